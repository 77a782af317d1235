package org.stowage.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stowage.distribution.LauncherShell.Result;
import org.stowage.spi.PersistenceProvider;

/** A provider that does to the process what it must not, dropped into a folder. */
class UnrulyProviderIT {

    /** It does in {@code open} what the location says. */
    private static final String SOURCE = """
            package unruly;

            import java.io.IOException;
            import java.util.List;
            import org.stowage.spi.*;
            import org.stowage.spi.engine.Engine;

            public final class UnrulyProvider implements PersistenceProvider {
                public ProviderInfo info() {
                    return new ProviderInfo("unruly", "1.0", "for a test", SpiVersions.only(1), new Capabilities(
                            Capabilities.Durability.NONE, Capabilities.Concurrency.ONE_WRITER, Capabilities.Sharing.PRIVATE));
                }

                public List<StoreOption> options() {
                    return List.of();
                }

                public Store open(StoreConfig config) {
                    switch (config.requiredLocation()) {
                        case "noisy" -> makeNoise(config);
                        case "quits" -> Runtime.getRuntime().exit(0);
                        case "sleeps" -> sleep();
                    }
                    return Engine.named(config.store()).open();
                }

                private static void makeNoise(StoreConfig config) {
                    System.out.println("opening " + config.location().get());
                    try {
                        System.out.println("has read " + System.in.read());
                    } catch (IOException e) {
                        throw new IllegalStateException(e);
                    }
                    Thread sweeper = new Thread(UnrulyProvider::sleep, "sweeper");
                    sweeper.start();
                }

                private static void sleep() {
                    try {
                        Thread.sleep(Long.MAX_VALUE);
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                }
            }
            """;

    @TempDir
    static Path folder;

    @BeforeAll
    static void dropIn() throws IOException {
        Path source = Files.writeString(folder.resolve("UnrulyProvider.java"), SOURCE);
        Path classes = Files.createDirectories(folder.resolve("classes"));
        Path jar = Files.createDirectories(folder.resolve("providers")).resolve("unruly.jar");
        int compiled = ToolProvider.getSystemJavaCompiler()
                .run(
                        null,
                        null,
                        null,
                        "--release",
                        "21",
                        "-proc:none",
                        "-classpath",
                        spi(),
                        "-d",
                        classes.toString(),
                        source.toString());
        assertThat(compiled).isZero();
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream entries = new JarOutputStream(file)) {
            entries.putNextEntry(new JarEntry("unruly/UnrulyProvider.class"));
            entries.write(Files.readAllBytes(classes.resolve("unruly/UnrulyProvider.class")));
            entries.putNextEntry(new JarEntry("META-INF/services/" + PersistenceProvider.class.getName()));
            entries.write("unruly.UnrulyProvider\n".getBytes(StandardCharsets.UTF_8));
        }
    }

    private static String spi() throws IOException {
        try (Stream<Path> libraries = Files.list(Path.of("../target/stowage/lib"))) {
            return libraries
                    .filter(library -> library.getFileName().toString().startsWith("stowage-spi"))
                    .min(Comparator.naturalOrder())
                    .orElseThrow()
                    .toString();
        }
    }

    private static Result run(String command) throws IOException, InterruptedException {
        return new LauncherShell(folder)
                .set("STOWAGE_PROVIDERS", folder.resolve("providers"))
                .run(command);
    }

    @Test
    void getsNeitherStandardOutputNorStandardInputAndItsThreadsAreNamed() throws Exception {
        Result result = run("printf 'id,name\\n1,x\\n' | \"$STOWAGE\" import - --from-format csv --into note --key id"
                + " --provider unruly --at noisy");
        assertThat(result.output()).isEqualTo("note: 1 row imported\n");
        String provider = "provider 'unruly' in " + folder.resolve("providers/unruly.jar");
        assertThat(result.errors().lines())
                .containsSubsequence(
                        "stowage: " + provider + " prints on standard output, which is not its own; it is shown here",
                        "opening noisy",
                        "stowage: " + provider + " reads standard input, which is not its own; it gets nothing",
                        "has read -1",
                        "stowage: WARNING: store 'unruly' is closed, but " + provider
                                + " left a thread running that it had started: 'sweeper'; report that to its author,"
                                + " because what such a thread holds is never given back");
        assertThat(result.status()).isZero();
    }

    @Test
    void cannotMakeAFailureASuccessByEndingTheProcess() throws Exception {
        Result result = run("\"$STOWAGE\" schema --provider unruly --at quits < /dev/null");
        assertThat(result)
                .isEqualTo(new Result(
                        1,
                        "",
                        "stowage: provider 'unruly' in " + folder.resolve("providers/unruly.jar")
                                + " ended the process before the command was done; ask its author, or remove it\n"));
    }

    @Test
    void isLeftBehindIfItHangs() throws Exception {
        Result result = run("\"$STOWAGE\" schema --provider unruly --at sleeps --set open-timeout=100ms < /dev/null");
        assertThat(result.status()).isEqualTo(1);
        assertThat(result.output()).isEmpty();
        assertThat(result.errors())
                .startsWith("stowage: provider 'unruly' in ")
                .contains(" has not opened store 'unruly' within 100ms")
                .hasLineCount(1);
    }
}
