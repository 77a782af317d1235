package org.stowage.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import javax.tools.JavaCompiler;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stowage.launcher.Launched.Result;

/** Providers that somebody puts into a folder, the bad ones among them. */
class ProvidersTest {

    @TempDir
    private Path folder;

    private Launched launched;
    private Path providers;

    @BeforeEach
    void hasAFolderOfProviders() throws IOException {
        launched = new Launched(folder);
        providers = Files.createDirectories(folder.resolve("providers"));
    }

    @Test
    void listsWhatIsThere() {
        assertThat(launched.done("providers"))
                .contains("memory ")
                .contains("json-file ")
                .contains("sqlite ")
                .contains("durability durable, concurrency one-writer")
                .doesNotContain("rejected");
        assertThat(launched.done("providers", "--format", "csv").lines().skip(1))
                .hasSize(3);
        assertThat(launched.done("describe", "sqlite"))
                .contains("durability")
                .contains("durable|relaxed")
                .contains("push-down");
        assertThat(launched.run("describe", "sqlit").errors()).contains("did you mean 'sqlite'?");
    }

    @Test
    void aProviderThatThrowsWhileItIsLoadedIsNamedAndHidesNoOther() throws IOException {
        Path jar = jar("Broken", "broken", "static { if (true) throw new IllegalStateException(\"no licence\"); }");
        String listed = launched.done("--providers", providers.toString(), "providers");
        assertThat(listed)
                .contains("rejected: Broken in ")
                .contains(jar.toString())
                .contains("no licence")
                .contains("sqlite ");
        assertThat(launched.done("providers", "--providers", providers.toString(), "--format", "jsonl"))
                .contains("\"rejected\":\"");
        Result result = launched.run("count", "x", "--provider", "broken", "--providers", providers.toString());
        assertThat(result.status()).isEqualTo(2);
        assertThat(result.errors())
                .contains("no provider is named 'broken'")
                .contains("no licence")
                .doesNotContain("\tat ");
        assertThat(launched.run("count", "x", "--provider", "memory", "--providers", providers.toString())
                        .errors())
                .contains("no entity 'x'");
    }

    @Test
    void twoProvidersOfOneNameAreBothNamedAndNeitherIsTaken() throws IOException {
        Path first = jar("Twin", "twin", "");
        Path second = jar("Other", "twin", "");
        assertThat(launched.done("providers", "--providers", providers.toString()))
                .contains("rejected: ")
                .contains(first.toString())
                .contains(second.toString());
        Result result = launched.run("count", "x", "--provider", "twin", "--providers", providers.toString());
        assertThat(result.status()).isEqualTo(2);
        assertThat(result.errors())
                .contains("'twin'")
                .contains("choose this one by --prefer twin=" + first)
                .doesNotContain("\tat ");
    }

    @Test
    void oneOfTwoProvidersOfOneNameMayBePreferred() throws IOException {
        Path first = jar("Twin", "twin", "");
        Path second = jar("Other", "twin", "");
        assertThat(launched.done("providers", "--providers", providers.toString(), "--prefer", "twin=" + first))
                .contains("from " + first + " (folder)")
                .doesNotContain("rejected");
        assertThat(launched.done("--prefer", "twin=" + second, "--providers", providers.toString(), "describe", "twin"))
                .contains("twin");
        Files.writeString(
                folder.resolve("stowage.properties"),
                "providers=" + providers + "\nprefer.twin=" + second + "\n",
                StandardCharsets.UTF_8);
        assertThat(launched.done("providers")).contains("from " + second + " (folder)");
        launched.with("STOWAGE_PREFER_TWIN", first.toString());
        assertThat(launched.done("providers")).contains("from " + first + " (folder)");
    }

    @Test
    void aProviderOfSomebodyElseIsFound() throws IOException {
        Path jar = jar("Mine", "mine", "");
        assertThat(launched.done("providers", "--providers", providers.toString()))
                .contains("mine 7")
                .contains("from " + jar + " (folder)");
    }

    @Test
    void aFolderThatIsNotThereTakesNothingElseDown() {
        String nowhere = folder.resolve("nowhere").toString();
        assertThat(launched.done("providers", "--providers", nowhere))
                .contains("rejected: " + nowhere + ": the providers' folder is not there")
                .contains("sqlite ");
        assertThat(launched.run("count", "x", "--provider", "memory", "--providers", nowhere)
                        .errors())
                .contains("warning: there is no folder '" + nowhere + "' of providers")
                .contains("no entity 'x'");
        Result result = launched.run("count", "x", "--provider", "mine", "--providers", nowhere);
        assertThat(result.status()).isEqualTo(2);
        assertThat(result.errors()).contains("in the folder " + nowhere + ", which is not there");
    }

    /** Compiles a provider that cannot open anything and puts it into a JAR. */
    private Path jar(String className, String name, String initializer) throws IOException {
        String source = "import org.stowage.spi.*; import java.util.List; public final class " + className
                + " implements PersistenceProvider { " + initializer
                + " public ProviderInfo info() { return new ProviderInfo(\"" + name
                + "\", \"7\", \"for a test\", SpiVersions.only(1), new Capabilities(Capabilities.Durability.NONE,"
                + " Capabilities.Concurrency.SERIAL, Capabilities.Sharing.PRIVATE)); }"
                + " public List<StoreOption> options() { return List.of(); }"
                + " public Store open(StoreConfig config) { throw new UnsupportedOperationException(); } }";
        Path classes = Files.createDirectories(folder.resolve("classes-" + className));
        JavaCompiler compiler = Objects.requireNonNull(ToolProvider.getSystemJavaCompiler(), "a JDK");
        SimpleJavaFileObject file =
                new SimpleJavaFileObject(
                        URI.create("string:///" + className + ".java"), SimpleJavaFileObject.Kind.SOURCE) {
                    @Override
                    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                        return source;
                    }
                };
        boolean compiled = compiler.getTask(
                        null,
                        null,
                        null,
                        List.of(
                                "-d",
                                classes.toString(),
                                "-classpath",
                                System.getProperty("java.class.path"),
                                "-proc:none"),
                        null,
                        List.of(file))
                .call();
        assertThat(compiled).isTrue();
        Path jar = providers.resolve(className.toLowerCase(Locale.ROOT) + ".jar");
        try (OutputStream output = Files.newOutputStream(jar);
                JarOutputStream entries = new JarOutputStream(output)) {
            entries.putNextEntry(new JarEntry(className + ".class"));
            entries.write(Files.readAllBytes(classes.resolve(className + ".class")));
            entries.putNextEntry(new JarEntry("META-INF/services/org.stowage.spi.PersistenceProvider"));
            entries.write(className.getBytes(StandardCharsets.UTF_8));
        }
        return jar;
    }
}
