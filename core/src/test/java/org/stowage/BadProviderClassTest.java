package org.stowage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.stowage.fixture.JarMaker;
import org.stowage.fixture.ProvidersFolder;

/** Classes that are named as providers and are none, or none that can be used: each is rejected alone, with its remedy. */
class BadProviderClassTest {

    @TempDir
    Path folder;

    @TempDir
    Path elsewhere;

    private ProvidersFolder providers;

    @BeforeEach
    void hasAGoodOne() throws IOException {
        providers = new ProvidersFolder(folder);
    }

    static Stream<Arguments> faults() {
        return Stream.of(
                fault("a missing class", new JarMaker().services("bad.Bad"), "the class is not there", "service file"),
                fault(
                        "an impossible name",
                        new JarMaker().services("# nothing here", "not a class!"),
                        "the class is not there",
                        "service file"),
                fault(
                        "no provider",
                        bad("package bad; public class Bad {}"),
                        "does not implement org.stowage.spi.PersistenceProvider",
                        "service file"),
                fault(
                        "an interface",
                        bad("package bad; public interface Bad extends org.stowage.spi.PersistenceProvider {}"),
                        "not public, or abstract",
                        "a public class that can be made"),
                fault(
                        "an abstract class",
                        bad("package bad; public abstract class Bad implements org.stowage.spi.PersistenceProvider {}"),
                        "not public, or abstract",
                        "a public class that can be made"),
                fault(
                        "a constructor with parameters",
                        derived("Bad(int size) {}"),
                        "no public constructor without parameters",
                        "give it one"),
                fault(
                        "a private constructor",
                        derived("private Bad() {}"),
                        "no public constructor without parameters",
                        "give it one"),
                fault(
                        "a constructor that throws",
                        constructed("if (true) throw new IllegalStateException(\"no disk\\nand no hope\");"),
                        "its constructor throws java.lang.IllegalStateException: no disk",
                        "author"),
                fault("endless recursion", constructed("new Bad();"), "java.lang.StackOverflowError", "author"),
                fault(
                        "an error of the machine",
                        constructed("if (true) throw new OutOfMemoryError(\"no more\");"),
                        "its constructor throws java.lang.OutOfMemoryError: no more",
                        "author"),
                fault(
                        "an error of its own",
                        constructed("if (true) throw new Error(\"own\") {};"),
                        "its constructor throws bad.Bad$1: own",
                        "author"),
                fault(
                        "a static initializer that throws",
                        bad("package bad; public class Bad extends good.Base { static { if (true) throw"
                                + " new IllegalStateException(\"no licence\"); } }"),
                        "its constructor throws java.lang.IllegalStateException: no licence",
                        "author"),
                fault(
                        "an info that throws",
                        described("throw new IllegalStateException(\"who am I\");"),
                        "its info() throws java.lang.IllegalStateException: who am I",
                        "author"),
                fault("no info", described("return null;"), "its info() returns null", "author"),
                fault(
                        "a name that is none",
                        described("return " + JarMaker.info("No Name", "1")),
                        "provider name 'No Name'",
                        "author"),
                fault(
                        "a newer SPI",
                        described("return " + JarMaker.info("newer", "7")),
                        "it needs version 7 of the SPI, and this is version 1",
                        "newer Stowage"),
                fault(
                        "an option of the engine",
                        optional("org.stowage.spi.EngineOptions.all()"),
                        "it declares option 'push-down', which is there already",
                        "that every store has"),
                fault(
                        "an option twice",
                        optional("java.util.List.of(org.stowage.spi.StoreOption.secret(\"fast\", \"\"),"
                                + " org.stowage.spi.StoreOption.secret(\"fast\", \"\"))"),
                        "it declares option 'fast', which is there already",
                        "declare it once"),
                fault("no options", optional("null"), "its options() throws java.lang.NullPointerException", "author"),
                fault(
                        "a class for a newer Java",
                        constructed("").thenChange(BadProviderClassTest::forNewerJava),
                        "built for a newer Java",
                        "newer Java"));
    }

    private static Arguments fault(String what, JarMaker jar, String reason, String remedy) {
        return Arguments.argumentSet(what, jar, reason, remedy);
    }

    private static JarMaker bad(String source) {
        return new JarMaker()
                .provider("good.Base", "base", "", "return null;")
                .source("bad.Bad", source)
                .services("bad.Bad");
    }

    private static JarMaker derived(String constructor) {
        return bad("package bad; public class Bad extends good.Base { " + constructor + " }");
    }

    private static JarMaker constructed(String inConstructor) {
        return new JarMaker()
                .provider("bad.Bad", "bad", inConstructor, "return null;")
                .services("bad.Bad");
    }

    private static JarMaker described(String infoStatement) {
        return new JarMaker().providerWithInfo("bad.Bad", infoStatement).services("bad.Bad");
    }

    private static JarMaker optional(String options) {
        return bad("package bad; public class Bad extends good.Base { public"
                + " java.util.List<org.stowage.spi.StoreOption> options() { return " + options + "; } }");
    }

    private static byte[] forNewerJava(byte[] bytes) {
        byte[] newer = bytes.clone();
        newer[7] = 99; // the major version of the class file
        return newer;
    }

    @ParameterizedTest
    @MethodSource("faults")
    void rejectsAClassWith(JarMaker jar, String reason, String remedy) throws IOException {
        jar.write(providers.resolve("bad.jar"));
        providers.assertRejected("bad.jar", reason, remedy);
    }

    @Test
    void rejectsAMissingLibraryAndSaysWhereItBelongs() throws IOException {
        Path library = new JarMaker()
                .source("lib.Lib", "package lib; public class Lib { public static int one() { return 1; } }")
                .write(elsewhere.resolve("lib.jar"));
        new JarMaker()
                .against(library)
                .provider("bad.Bad", "bad", "lib.Lib.one();", "return null;")
                .services("bad.Bad")
                .write(providers.resolve("bad.jar"));
        providers.assertRejected("bad.jar", "it needs 'lib.Lib', which is not there", "into a folder of their own");
    }

    @Test
    void givesUpWhatNeverReturnsAndNamesItsThread() throws IOException {
        new JarMaker()
                .provider(
                        "bad.Slow",
                        "slow",
                        "while (true) try { Thread.sleep(3_600_000); } catch (InterruptedException e) {}",
                        "return null;")
                .services("bad.Slow")
                .write(providers.resolve("slow.jar"));
        // On a busy machine it takes longer until those have answered that do.
        int millis = 300;
        while (!isGivenUp(millis) && millis < 60_000) {
            millis *= 2;
        }
        assertThat(millis).as("what was given to the good one").isLessThan(60_000);
    }

    /** Returns whether the other provider had time enough; if so, the slow one has had it too. */
    private boolean isGivenUp(int millis) {
        try (ProviderRegistry registry =
                providers.builder().timeLimit(Duration.ofMillis(millis)).build()) {
            assertThat(registry.find("slow")).isEmpty();
            assertThat(registry.rejected().toString())
                    .contains("bad.Slow in " + providers.resolve("slow.jar"))
                    .contains("its constructor has not returned after " + millis + " ms")
                    .contains("its thread 'stowage-discovery bad.Slow' was left behind");
            return registry.find("good").isPresent() && registry.rejected().size() == 1;
        }
    }
}
