package org.stowage.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stowage.launcher.Launched.Result;

/** What {@code doctor} says of JARs that are bad in every way that people make them bad, and of the rest that commands need. */
class DoctorTest {

    @TempDir
    private static Path classes;

    private static ProviderJars jars = new ProviderJars(Path.of(""));

    @TempDir
    private Path folder;

    private Launched launched;
    private Path providers;

    @BeforeAll
    static void compiles() {
        jars = new ProviderJars(classes)
                .add("Good", "")
                .add("Needy", "private final Good good = new Good();")
                .add("Newer", "newer", "99", "")
                .add("Opens", "{ if (true) throw new IllegalStateException(\"no licence\"); }")
                .add("Forgetful", "forgetful", "1", "")
                .compile();
    }

    @BeforeEach
    void hasAFolderOfProviders() throws IOException {
        launched = new Launched(folder);
        providers = Files.createDirectories(folder.resolve("providers"));
    }

    @Test
    void saysWhatItTriedAndFindsAProviderThatNobodyDeclares() {
        String told = launched.run("doctor").output();
        assertThat(told)
                .contains("ok       Java: ")
                .contains("ok       temporary folder: ")
                .contains("ok       store: 'sqlite:" + folder.resolve("default.db") + "', by the defaults of the")
                .containsPattern(
                        "ok       provider: json-file .*; takes a folder; written and read in \\d+ ms; not certified\n")
                .containsPattern(
                        "ok       provider: memory .*; takes no location; written and read in \\d+ ms; not certified\n")
                .containsPattern("ok       provider: sqlite .*, SPI 1\\); durability durable, .*; takes a file; ");
        assertThat(folder.resolve("default.db")).doesNotExist();
        // What the tests have on their class path.
        assertThat(told)
                .contains("problem  provider: org.stowage.launcher.lying.LyingProvider in ")
                .contains("nothing names it\n         remedy: add the line 'org.stowage.launcher.lying.LyingProvider'");
    }

    @Test
    void namesEachBadJarWithTheReasonAndTheRemedyAndTriesTheGoodOnes() throws IOException {
        jars.write(jar("good"), "Good");
        jars.write(jar("missing-class"), "Nowhere", "Good", jars.classFile("Good"));
        jars.write(jar("no-provider"), "java.lang.String", "Good", jars.classFile("Good"));
        jars.write(jar("throws"), "Opens");
        jars.write(jar("missing-library"), "Needy");
        jars.write(jar("newer-spi"), "Newer");
        byte[] forNewerJava = jars.classFile("Forgetful");
        forNewerJava[7] = 99;
        jars.write(jar("newer-java"), "Forgetful", "Forgetful", forNewerJava);
        jars.write(jar("undeclared"), null, "Forgetful", jars.classFile("Forgetful"));
        byte[] whole = Files.readAllBytes(jar("good"));
        Files.write(jar("truncated"), Arrays.copyOf(whole, whole.length / 2));
        Files.createSymbolicLink(jar("link"), Files.writeString(folder.resolve("elsewhere.jar"), ""));
        Files.writeString(providers.resolve("README"), "What these are for.");

        Result result = launched.run("doctor", "--format", "jsonl", "--providers", providers.toString());

        assertThat(finding(result, "good.jar")).contains("\"ok\"", "good 7 in ", "(folder, SPI 1)", "takes ");
        assertProblem(result, "missing-class", "the class is not there", "correct the name in the service file");
        assertProblem(result, "no-provider", "does not implement org.stowage.spi", "name the class that does");
        assertProblem(result, "throws", "no licence", "ask its author");
        assertProblem(result, "missing-library", "it needs 'Good', which is not there", "into a folder of their own");
        assertProblem(result, "newer-spi", "newer in ", "needs version 99 of the SPI", "use a newer Stowage");
        assertProblem(result, "newer-java", "built for a newer Java", "run on a newer Java");
        assertProblem(result, "undeclared", "META-INF/services/org.stowage.spi.PersistenceProvider", "add ");
        assertProblem(result, "truncated", "build or download it again");
        assertProblem(result, "link", "a link that leads out of the folder", "put the JAR itself there");
        assertThat(finding(result, "README")).contains("\"warning\"", "is no JAR", "move it away");
        assertThat(result.errors()).isEqualTo("stowage: there are 12 problems, see above\n");
        assertThat(result.status()).isEqualTo(1);
    }

    @Test
    void twoOfOneNameAreBothNamed() {
        jars.write(jar("first"), "Good");
        jars.write(jar("second"), "Good");
        Result result = launched.run("doctor", "--format", "jsonl", "--providers", providers.toString());
        assertThat(result.output().lines().filter(line -> line.contains("'good'")))
                .hasSize(2)
                .allSatisfy(
                        line -> assertThat(line).contains("first.jar", "second.jar", "'good' is taken more than once"));
    }

    @Test
    void aFolderThatIsNotThereHidesNothingElse() {
        Result result = launched.with("STOWAGE_PROVIDERS", "nowhere").run("doctor");
        assertThat(result.output())
                .contains("problem  providers' folder: 'nowhere', of STOWAGE_PROVIDERS, is not there\n")
                .contains("         remedy: name a folder that holds the JARs of providers\n")
                .contains("ok       provider: sqlite ");
        assertThat(result.status()).isEqualTo(1);
    }

    @Test
    void aConfigurationThatCannotBeReadIsAProblem() throws IOException {
        Files.writeString(folder.resolve("stowage.properties"), "store.*=sqlite\\u00zz\n");
        Result result = launched.run("doctor");
        assertThat(result.output()).containsPattern("problem  store: '.*stowage.properties' cannot be read");
        assertThat(result.status()).isEqualTo(1);
    }

    @Test
    void whatIsRequiredOfProvidersIsRequiredHereToo() {
        Result result = launched.run("doctor", "--require", "certified");
        assertThat(result.output()).containsPattern("problem  provider: memory in .* not certified");
        assertThat(result.status()).isEqualTo(1);
    }

    @Test
    void breaksLinesWhereTheTerminalIsNarrow() {
        assertThat(launched.with("COLUMNS", "60").run("doctor").output().lines())
                .allSatisfy(
                        line -> assertThat(line.length() <= 60 || line.strip().indexOf(' ') < 0)
                                .as(line)
                                .isTrue());
    }

    private Path jar(String name) {
        return providers.resolve(name + ".jar");
    }

    private static void assertProblem(Result result, String jar, String... parts) {
        assertThat(finding(result, jar + ".jar")).contains("\"problem\"").contains(parts);
    }

    /** Returns all that is said about a file. */
    private static String finding(Result result, String name) {
        return result.output().lines().filter(line -> line.contains(name)).collect(Collectors.joining("\n"));
    }
}
