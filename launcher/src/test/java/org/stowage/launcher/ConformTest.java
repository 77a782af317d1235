package org.stowage.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stowage.certificate.Certificate;
import org.stowage.certificate.CertificateWriter;
import org.stowage.certificate.ClassDigest;
import org.stowage.certificate.KitVersion;
import org.stowage.certificate.OptOut;
import org.stowage.launcher.Launched.Result;
import org.stowage.launcher.lying.LyingJar;

/** The conformance kit on the command line, and what its certificates are good for. */
class ConformTest {

    @TempDir
    private Path folder;

    private Launched launched;
    private Path jar;

    @BeforeEach
    void hasAProviderThatLies() throws IOException {
        launched = new Launched(folder);
        jar = Files.createDirectories(launched.home().resolve("providers")).resolve("lying.jar");
        LyingJar.write(jar);
    }

    @Test
    void aProviderThatKeepsTheContractPasses() {
        Result result = launched.run(
                "--provider",
                "memory",
                "conform",
                "--level",
                "basic",
                "--seed",
                "5",
                "--opt-out",
                "8.3=names are guessed");

        assertThat(result.errors()).isEmpty();
        assertThat(result.status()).isZero();
        assertThat(result.output())
                .startsWith("memory ")
                .contains(" passed: ", "level basic", "seed 5", "without rule 8.3: names are guessed");
    }

    @Test
    void aProviderThatDoesNotIsFoundOutAndNotCertified() throws IOException {
        byte[] before = Files.readAllBytes(jar);
        Path report = folder.resolve("report.md");
        Result result = launched.run("conform", "--provider", "lying", "--certify", "--report", report.toString());

        assertThat(result.status()).isEqualTo(1);
        assertThat(result.errors())
                .isEqualTo("stowage: provider 'lying' does not keep the contract; no certificate was written\n");
        assertThat(result.output()).startsWith("lying 1 failed: ").contains("2.20 What the store does itself and what");
        assertThat(report).content().contains("# Conformance of lying", "```java", "class FailingCase");
        assertThat(jar).hasBinaryContent(before);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            conform --provider lyng | no provider is named 'lyng'; did you mean 'lying'?
            conform --provider lying --level basc | there is no level 'basc'; there are 'basic' and 'full'
            conform --provider lying --level basic --certify | level 'basic' certifies nothing
            conform --provider lying --opt-out 6.44=x | there is no rule '6.44' in docs/semantics.md; did you mean '6.4'?
            conform --provider lying --opt-out 6.4 | rule '6.4' is left out without a reason
            conform --provider lying --opt-out 3.1=x | cannot be left out
            conform --provider lying --report report.txt | end its name with .md or .json
            conform --provider lying --at store.db | write '{folder}' where each has a folder of its own
            conform --provider lying --time-limit soon | 'soon' is no time limit
            conform --provider lying --set speed=high | 'speed'
            conform --provider memory --at {folder}/x | provider 'memory' refuses the location '{folder}/x'
            providers --require certfied | 'certfied' is nothing that can be required
            """)
    void whatMakesNoSenseIsRefusedBeforeAnythingIsTested(String command, String message) {
        Result result = launched.run(command.split(" ", -1));

        assertThat(result.status()).isEqualTo(2);
        assertThat(result.output()).isEmpty();
        assertThat(result.errors()).startsWith("stowage: ").contains(message).hasLineCount(1);
    }

    @Test
    void onlyWhatIsCertifiedIsUsedWhereThatIsRequired() throws IOException {
        assertThat(launched.done("providers")).contains("lying 1\n").contains("  not certified\n");
        CertificateWriter.write(
                jar,
                new Certificate(
                        "lying",
                        "1",
                        KitVersion.current(),
                        1,
                        "full",
                        7,
                        120,
                        1,
                        "",
                        List.of(new OptOut("6.4", "it keeps nothing")),
                        ClassDigest.of(jar)));

        assertThat(launched.done("providers", "--require", "certified"))
                .contains("lying 1\n")
                .contains(
                        "  certified by kit ",
                        "120 tests passed, 1 rule left out\n    without rule 6.4: it keeps nothing\n")
                .contains("rejected: org.stowage.memory.MemoryProvider in ")
                .contains("; certify it with 'stowage conform --provider memory --certify'");
        launched.with("STOWAGE_REQUIRE", "certified");
        assertThat(launched.run("count", "x", "--provider", "memory").errors())
                .contains("not certified, and only what is certified is to be used");
        assertThat(launched.run("count", "x", "--provider", "lying").errors()).contains("no entity 'x'");
    }
}
