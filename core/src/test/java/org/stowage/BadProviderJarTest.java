package org.stowage;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.stowage.fixture.JarMaker;
import org.stowage.fixture.ProvidersFolder;
import org.stowage.fixture.SignedJar;
import org.stowage.spi.PersistenceProvider;

/** JARs that are damaged, hostile or odd: each is rejected alone, before anything of it runs, or is read as it is meant. */
class BadProviderJarTest {

    private static final String DAMAGED = "it is no JAR, or a damaged one";
    private static final String AGAIN = "build or download it again";
    private static final String SERVICES = "META-INF/services/" + PersistenceProvider.class.getName();

    @TempDir
    Path folder;

    @TempDir
    Path elsewhere;

    private ProvidersFolder providers;

    @BeforeEach
    void hasAGoodOne() throws IOException {
        providers = new ProvidersFolder(folder);
    }

    private static JarMaker odd() {
        return ProvidersFolder.provider("odd.Odd", "odd");
    }

    static Stream<Arguments> damages() {
        return Stream.of(
                damage("nothing in it", whole -> new byte[0]),
                damage("other things in it", whole -> "this is no JAR".getBytes(UTF_8)),
                damage("its end cut off", whole -> Arrays.copyOf(whole, whole.length / 2)),
                damage("the last byte cut off", whole -> Arrays.copyOf(whole, whole.length - 1)),
                damage("its begin cut off", whole -> Arrays.copyOfRange(whole, whole.length - 60, whole.length)),
                damage("its directory overwritten", whole -> {
                    Arrays.fill(whole, whole.length - 80, whole.length - 30, (byte) 0x55);
                    return whole;
                }));
    }

    /** Changes the bytes of a JAR. */
    interface Damage {
        byte[] done(byte[] whole);
    }

    private static Arguments damage(String what, Damage damage) {
        return Arguments.argumentSet(what, damage);
    }

    @ParameterizedTest
    @MethodSource("damages")
    void rejectsAJarWith(Damage damage) throws IOException {
        byte[] whole = Files.readAllBytes(odd().write(elsewhere.resolve("odd.jar")));
        providers.write("odd.jar", damage.done(whole));
        providers.assertRejected("odd.jar", DAMAGED, AGAIN);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../evil.sh",
                "lib/../../evil.sh",
                "lib/..",
                "..",
                "/etc/evil",
                "C:/evil",
                "lib\\..\\evil",
                "\\evil"
            })
    void rejectsAnEntryThatLeadsOut(String entry) throws IOException {
        odd().entry(entry, new byte[1]).write(providers.resolve("odd.jar"));
        providers.assertRejected("odd.jar", "it has the entry '" + entry + "', which leads out", "without that entry");
    }

    @Test
    void takesAnEntryThatOnlyLooksLikeOne() throws IOException {
        odd().entry("lib/..hidden", new byte[1]).entry("a..b/c...", new byte[1]).write(providers.resolve("odd.jar"));
        providers.assertUsable("odd");
    }

    @Test
    void printsNoControlCharactersOfAnEntry() throws IOException {
        odd().entry("../\u001b[2Jevil\n", new byte[1]).write(providers.resolve("odd.jar"));
        providers.assertRejected("odd.jar", "'../?[2Jevil?'", "without that entry");
    }

    @Test
    void rejectsABombBeforeItIsUnpacked() throws IOException {
        odd().entry("bomb", new byte[65 << 20]).write(providers.resolve("odd.jar"));
        providers.assertRejected("odd.jar", "it would unpack to 65 MiB, more than 100 times its size", "remove it");
    }

    @Test
    void rejectsMoreEntriesThanAnybodyNeeds() throws IOException {
        byte[] whole = Files.readAllBytes(odd().write(elsewhere.resolve("odd.jar")));
        Arrays.fill(whole, whole.length - 14, whole.length - 10, (byte) 0xFF);
        providers.write("odd.jar", whole);
        providers.assertRejected("odd.jar", "more than 65534 entries", "leave out");
    }

    @Test
    void rejectsAnEndlessServiceFile() throws IOException {
        odd().services("a".repeat(100_000)).write(providers.resolve("odd.jar"));
        providers.assertRejected("odd.jar", SERVICES + " is larger than 65536 bytes", AGAIN);
    }

    @Test
    void readsAServiceFileWithAllThatEditorsLeaveInIt() throws IOException {
        odd().entry(SERVICES, "\uFEFF# ours\r\n\r\n  odd.Odd # the one\r\nodd.Odd\r\n\t\r\n#".getBytes(UTF_8))
                .write(providers.resolve("odd.jar"));
        providers.assertUsable("odd");
    }

    @Test
    void rejectsAModuleForANewerJava() throws IOException {
        module().thenChange(bytes -> {
                    bytes[7] = 99; // the major version of the class file
                    return bytes;
                })
                .write(providers.resolve("odd.jar"));
        providers.assertRejected("odd.jar", "built for a newer Java", "newer Java");
    }

    @Test
    void rejectsADamagedDeclarationOfAModule() throws IOException {
        odd().entry("module-info.class", new byte[100]).write(providers.resolve("odd.jar"));
        providers.assertRejected("odd.jar", DAMAGED, AGAIN);
    }

    private static JarMaker module() {
        return new JarMaker()
                .provider("odd.Odd", "odd", "", "return null;")
                .asModule(
                        "module odd { requires org.stowage.spi; provides org.stowage.spi.PersistenceProvider with"
                                + " odd.Odd; }",
                        JarMaker.locationOf(PersistenceProvider.class));
    }

    @Test
    void takesAClassThatIsThereForNewerVersionsOfJavaOnly() throws IOException {
        Path plain = odd().write(elsewhere.resolve("odd.jar"));
        byte[] type = SignedJar.entry(plain, "odd/Odd.class");
        JarMaker several = new JarMaker()
                .services("odd.Odd")
                .entry("META-INF/MANIFEST.MF", "Manifest-Version: 1.0\nMulti-Release: true\n".getBytes(UTF_8))
                .entry("META-INF/versions/21/odd/Odd.class", type)
                .entry("META-INF/versions/99/odd/Odd.class", new byte[3])
                .entry("META-INF/versions/odd/odd/Odd.class", new byte[3]);
        several.write(providers.resolve("odd.jar"));
        providers.assertUsable("odd");
    }

    @Test
    void takesASignedJarAndRejectsOneThatWasChangedAfterwards() throws Exception {
        SignedJar signed = SignedJar.sign(odd().write(elsewhere.resolve("odd.jar")), elsewhere.resolve("signed.jar"));
        Files.copy(signed.path(), providers.resolve("odd.jar"));
        providers.assertUsable("odd");

        Path other = ProvidersFolder.provider("odd.Odd", "other").write(elsewhere.resolve("other.jar"));
        Files.write(
                providers.resolve("odd.jar"), signed.with("odd/Odd.class", SignedJar.entry(other, "odd/Odd.class")));
        providers.assertRejected("odd.jar", "its signature does not fit what is in it", "changed it after");
    }

    @Test
    void rejectsAWholeFolderOfJarsIfOneIsDamaged() throws IOException {
        odd().write(providers.resolve("unit/odd.jar"));
        providers.write("unit/library.jar", "this is no JAR".getBytes(UTF_8));
        providers.assertRejected("unit/library.jar", DAMAGED, AGAIN);
    }
}
