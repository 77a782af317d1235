package org.stowage.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.stowage.ProviderRegistry;
import org.stowage.RegisteredProvider;
import org.stowage.RejectedProvider;
import org.stowage.fixture.JarMaker;
import org.stowage.spi.PersistenceProvider;
import org.stowage.spi.error.BadConfigurationException;

/** Certificates in the JARs of providers, as a registry sees them. */
class CertificateTest {

    private static final OptOut NO_CHECKSUM = new OptOut("6.4", "its files have no checksum = none, é");

    @TempDir
    private Path folder;

    private Path jar;

    @BeforeEach
    void hasAProvider() throws IOException {
        jar = maker().write(folder.resolve("good.jar"));
    }

    private static JarMaker maker() {
        return new JarMaker()
                .provider("good.Good", "good", "", "throw new IllegalStateException();")
                .services("good.Good");
    }

    private CertificateState state() {
        try (ProviderRegistry registry =
                ProviderRegistry.builder().folder(folder).build()) {
            return registry.provider("good").certificate();
        }
    }

    private static Certificate certificate(Path place) throws IOException {
        return certificate("good", "1.0", KitVersion.current(), 1, "full", ClassDigest.of(place));
    }

    private static Certificate certificate(
            String provider, String version, KitVersion kit, int spi, String level, String digest) {
        return new Certificate(
                provider, version, kit, spi, level, -7, 120, 2, "queries 50", List.of(NO_CHECKSUM), digest);
    }

    private void put(String text) throws IOException {
        maker().entry(Certificate.path("good"), text.getBytes(StandardCharsets.UTF_8))
                .write(jar);
    }

    @Test
    void aJarWithoutOneIsNotCertified() {
        assertThat(state()).isEqualTo(new CertificateState.None());
    }

    @Test
    void whatIsWrittenIsFoundAgain() throws IOException {
        Certificate certificate = certificate(jar);
        assertThat(Certificate.parse(certificate.text())).isEqualTo(certificate);

        CertificateWriter.write(jar, certificate);

        assertThat(state()).isEqualTo(new CertificateState.Certified(certificate));
        assertThat(state().toString())
                .contains("120 tests passed, with fewer trials than usual (queries 50), 1 rule left out");
        assertThat(state().optOuts()).containsExactly(NO_CHECKSUM);
    }

    @Test
    void writingKeepsTheOtherEntriesAndTheirOrderAndTimes() throws IOException {
        Map<String, String> before = entries(jar);
        CertificateWriter.write(jar, certificate(jar));
        byte[] once = Files.readAllBytes(jar);
        CertificateWriter.write(jar, certificate(jar));

        assertThat(jar).hasBinaryContent(once);
        Map<String, String> after = entries(jar);
        assertThat(after.remove(Certificate.path("good"))).isNotNull();
        assertThat(List.copyOf(after.entrySet())).isEqualTo(List.copyOf(before.entrySet()));
        assertThat(folder.toFile().list()).containsExactly("good.jar");
    }

    private static Map<String, String> entries(Path jar) throws IOException {
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            return zip.stream()
                    .collect(Collectors.toMap(
                            ZipEntry::getName,
                            entry -> entry.getLastModifiedTime() + " " + entry.getCrc(),
                            (one, other) -> one,
                            LinkedHashMap::new));
        }
    }

    @Test
    void aFolderOfClassesHasTheDigestOfItsJar() throws IOException {
        jar = maker().source("good.Other", "package good; class Other {}")
                .asModule(
                        "module good { requires org.stowage.spi; provides org.stowage.spi.PersistenceProvider with good.Good; }",
                        JarMaker.locationOf(PersistenceProvider.class))
                .entry("META-INF/versions/22/good/Other.class", new byte[] {1})
                .entry("inner/library.jar", new byte[] {2})
                .entry("not/counted.txt", new byte[] {3})
                .write(jar);
        Path classes = folder.resolve("classes");
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            for (ZipEntry entry : zip.stream().toList()) {
                Path file = classes.resolve(entry.getName());
                Files.createDirectories(file.getParent());
                Files.write(file, zip.getInputStream(entry).readAllBytes());
            }
        }
        // The tool that makes a modular JAR writes into it.
        Files.write(classes.resolve("module-info.class"), new byte[] {4});

        String digest = ClassDigest.of(jar);
        assertThat(ClassDigest.of(classes)).isEqualTo(digest);
        for (String counts : List.of(
                "good/Other.class",
                "META-INF/versions/22/good/Other.class",
                "inner/library.jar",
                "META-INF/services/org.stowage.spi.PersistenceProvider")) {
            byte[] content = Files.readAllBytes(classes.resolve(counts));
            Files.write(classes.resolve(counts), new byte[] {5});
            assertThat(ClassDigest.of(classes)).as(counts).isNotEqualTo(digest);
            Files.write(classes.resolve(counts), content);
        }
        CertificateWriter.write(classes, certificate(classes));
        assertThat(ClassDigest.of(classes)).isEqualTo(digest);
        assertThat(Files.readString(classes.resolve(Certificate.path("good")))).startsWith("stowage-certificate=1\n");
    }

    @Test
    void oneByteOfAClassThatChangesIsSeen() throws IOException {
        Certificate certificate = certificate(jar);
        maker().thenChange(bytes -> {
                    byte[] changed = bytes.clone();
                    // The older version of the class file format is as good.
                    changed[7]--;
                    return changed;
                })
                .entry(Certificate.path("good"), certificate.text().getBytes(StandardCharsets.UTF_8))
                .write(jar);

        assertThat(state()).isEqualTo(new CertificateState.Altered(certificate));
        assertThatThrownBy(() -> CertificateWriter.write(jar, certificate))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("are not those that passed");
    }

    @Test
    void aClassThatIsAddedIsSeen() throws IOException {
        Certificate certificate = certificate(jar);
        maker().source("good.More", "package good; class More {}")
                .entry(Certificate.path("good"), certificate.text().getBytes(StandardCharsets.UTF_8))
                .write(jar);

        assertThat(state()).isEqualTo(new CertificateState.Altered(certificate));
    }

    static List<Map.Entry<String, String>> misfits() {
        String digest = "0".repeat(64);
        KitVersion kit = KitVersion.current();
        return List.of(
                Map.entry(
                        "'better'",
                        certificate("better", "1.0", kit, 1, "full", digest).text()),
                Map.entry(
                        "'0.9'",
                        certificate("good", "0.9", kit, 1, "full", digest).text()),
                Map.entry(
                        "version 2 of the SPI",
                        certificate("good", "1.0", kit, 2, "full", digest).text()),
                Map.entry(
                        "'basic'",
                        certificate("good", "1.0", kit, 1, "basic", digest).text()),
                Map.entry(
                        "kit 99.1.0",
                        certificate("good", "1.0", new KitVersion("99.1.0"), 1, "full", digest)
                                .text()));
    }

    @ParameterizedTest
    @MethodSource("misfits")
    void whatWasGivenToSomebodyElseDoesNotCount(Map.Entry<String, String> misfit) throws IOException {
        put(misfit.getValue());

        assertThat(state()).isInstanceOf(CertificateState.Misfit.class);
        assertThat(state().toString()).contains(misfit.getKey());
    }

    static List<Map.Entry<String, String>> hostile() {
        String good = certificate("good", "1.0", KitVersion.current(), 1, "full", "0".repeat(64))
                .text();
        return List.of(
                Map.entry("does not begin", ""),
                Map.entry("does not begin", "\0\1\2=x"),
                Map.entry("no key with a value", good + "hello"),
                Map.entry("no place for 'hello'", good + "hello=you\n"),
                Map.entry("'version' is there twice", good + "version=2\n"),
                Map.entry("does not say 'sha-256'", good.replaceAll("sha-256=.*\n", "")),
                Map.entry("is no digest", good.replaceAll("sha-256=0", "sha-256=")),
                Map.entry("is no digest", good.replaceAll("sha-256=0", "sha-256=G")),
                Map.entry("is no number for 'passed'", good.replaceAll("passed=.*", "passed=99999999999")),
                Map.entry("is no passed", good.replaceAll("passed=.*", "passed=-1")),
                Map.entry("controls a terminal", good.replaceAll("6.4=.*", "6.4=\u001b[2Jgone")),
                Map.entry("controls a terminal", good.replaceAll("6.4=.*", "6.4=\u202ebackwards")),
                Map.entry("controls a terminal", good.replaceAll("\nversion=.*", "\nversion=1\u009b")),
                Map.entry("without a reason", good.replaceAll("6.4=.*", "6.4= ")),
                Map.entry("may have 300", good.replaceAll("6.4=.*", "6.4=" + "x".repeat(301))),
                Map.entry("is no number of a rule", good.replaceAll("6.4=.*", "6=x")),
                Map.entry("second one of rule", good + "opt-out.6.4=x\n"),
                Map.entry(
                        "number of opt-outs",
                        good
                                + IntStream.range(0, 2_000)
                                        .mapToObj(i -> "opt-out." + (1 + i / 99) + "." + (1 + i % 99) + "=x\n")
                                        .collect(Collectors.joining())),
                Map.entry("more than 65536 bytes", good + "x=" + "y".repeat(70_000)));
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void whatIsNoCertificateIsRefusedInOneSafeLine(Map.Entry<String, String> text) throws IOException {
        put(text.getValue());

        assertThat(state()).isInstanceOf(CertificateState.Unreadable.class);
        assertThat(state().toString()).contains(text.getKey()).hasLineCount(1).matches("[^\\p{Cntrl}\u202e\u009b]*");
    }

    @Test
    void whatIsNotUtf8IsRefused() throws IOException {
        maker().entry(Certificate.path("good"), new byte[] {'a', '=', (byte) 0xFF})
                .write(jar);

        assertThat(state()).isEqualTo(new CertificateState.Unreadable("it is not UTF-8"));
    }

    @Test
    void aSignedJarIsNotTouched() throws IOException {
        maker().entry("META-INF/SIGNER.SF", new byte[0]).write(jar);
        byte[] before = Files.readAllBytes(jar);
        Certificate certificate = certificate(jar);

        assertThatThrownBy(() -> CertificateWriter.write(jar, certificate))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("is signed")
                .hasMessageContaining("before the JAR is signed");
        assertThat(jar).hasBinaryContent(before);
        assertThat(folder.toFile().list()).containsExactly("good.jar");
    }

    @Test
    void onlyWhatIsCertifiedIsUsedWhereThatIsRequired() throws IOException {
        try (ProviderRegistry registry = requiring()) {
            assertThat(registry.providers()).isEmpty();
            RejectedProvider rejected = registry.rejected().get(0);
            assertThat(rejected.name()).isEqualTo("good");
            assertThat(rejected.reason()).startsWith("not certified");
            assertThat(rejected.remedy()).contains("'stowage conform --provider good --certify'");
            assertThatThrownBy(() -> registry.provider("good"))
                    .isInstanceOf(BadConfigurationException.class)
                    .hasMessageContaining("not certified");
        }
        CertificateWriter.write(jar, certificate(jar));
        // Another JAR with a provider of the same name that is not certified takes nothing from the one that is.
        new JarMaker()
                .provider("other.Good", "good", "", "throw new IllegalStateException();")
                .services("other.Good")
                .write(folder.resolve("other.jar"));
        try (ProviderRegistry registry = requiring()) {
            assertThat(registry.providers())
                    .extracting(RegisteredProvider::className)
                    .containsExactly("good.Good");
            assertThat(registry.rejected()).hasSize(1);
        }
    }

    private ProviderRegistry requiring() {
        return ProviderRegistry.builder().folder(folder).requireCertificates().build();
    }

    @Test
    void aProviderOfTheClassPathIsLookedAtInItsFolderOrJar() throws IOException {
        CertificateWriter.write(jar, certificate(jar));
        try (var loader = new URLClassLoader(new URL[] {jar.toUri().toURL()}, CertificateTest.class.getClassLoader());
                ProviderRegistry registry =
                        ProviderRegistry.builder().classLoader(loader).build()) {
            assertThat(registry.provider("good").certificate().certified()).isTrue();
            assertThat(registry.provider("memory").certificate().certified()).isFalse();
        }
    }

    @Test
    void anythingElseThatIsRequiredIsRefused() {
        assertThatThrownBy(() -> ProviderRegistry.builder().require("certfied"))
                .isInstanceOf(BadConfigurationException.class)
                .hasMessageContaining("'certfied'")
                .hasMessageContaining("'certified'");
    }
}
