package org.stowage.tck;

import static org.assertj.core.api.Assertions.assertThat;

import ee.jakarta.tck.data.standalone.entity.Box;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.stowage.ProviderRegistry;
import org.stowage.RegisteredProvider;

/** The official TCK of Jakarta Data, its classes as they are published, on every provider that is there. */
class JakartaDataTckTest {

    /** How many standalone tests version 1.0.0 has beside that of the signatures. */
    private static final int TESTS = 84;

    private static final Path REPORT = Path.of(System.getProperty("stowage.tck.report"));

    private static final ProviderRegistry PROVIDERS = ProviderRegistry.discover();

    @TempDir
    private static Path folder;

    @BeforeAll
    static void forgetTheLastReport() throws IOException {
        Files.deleteIfExists(REPORT);
    }

    @AfterAll
    static void closeProviders() {
        PROVIDERS.close();
    }

    @Test
    void theAnnotationsOfBothEntityModelsAreThere() {
        assertThat(Box.class.getAnnotations()).hasSize(2);
    }

    @Test
    void thereIsMoreThanOneProvider() {
        assertThat(PROVIDERS.providers()).hasSizeGreaterThan(1);
        assertThat(PROVIDERS.rejected()).isEmpty();
    }

    @TestFactory
    Stream<DynamicNode> passesOnItsOwnMerits() {
        return PROVIDERS.providers().stream()
                .flatMap(provider -> Stream.of(true, false).map(pushDown -> container(provider, pushDown)));
    }

    private static DynamicNode container(RegisteredProvider provider, boolean pushDown) {
        TckSubject subject = new TckSubject(PROVIDERS, provider, pushDown, folder, new Excuses());
        return DynamicContainer.dynamicContainer(
                subject.toString(), Stream.of(subject).flatMap(each -> tests(TckRun.of(each))));
    }

    private static Stream<DynamicTest> tests(TckRun run) {
        List<DynamicTest> tests = new ArrayList<>();
        for (TckOutcome outcome : run.outcomes()) {
            tests.add(DynamicTest.dynamicTest(outcome.test(), outcome::check));
        }
        tests.add(DynamicTest.dynamicTest("passes all " + TESTS, () -> report(run)));
        return tests.stream();
    }

    private static void report(TckRun run) throws IOException {
        System.out.println(run.summary());
        Files.writeString(
                REPORT,
                run.summary() + "\n",
                StandardCharsets.UTF_8,
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND);
        assertThat(run.summary()).endsWith(": passed " + TESTS + " of " + TESTS + ", excused 0");
    }
}
