package org.stowage.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.stowage.conformance.crash.CrashReport;
import org.stowage.conformance.crash.PowerTrial;
import org.stowage.spi.Capabilities.Durability;
import org.stowage.spi.Store;
import org.stowage.spi.error.CorruptStoreException;
import org.stowage.spi.schema.EntitySchema;
import org.stowage.spi.value.Row;
import org.stowage.spi.value.ValueType;

/** Section 6: what an acknowledged commit survives. That of a killed process is in {@link CrashConformance}. */
abstract class DurabilityTopic extends Topic {

    private static final int CUTS = TrialSize.SIMULATED_POWER_CUTS.size();

    private static final EntitySchema THING = EntitySchema.named("thing")
            .required("id", ValueType.INT64)
            .optional("name", ValueType.TEXT)
            .key("id")
            .build();

    DurabilityTopic(ProviderHarness harness) {
        super(harness);
    }

    @Test
    @Tag("crash")
    @Proves({Rule.DURABLE, Rule.PREFIX})
    void losesNothingThatWasAcknowledgedWhenThePowerFails() {
        Optional<SimulatedMedium> medium = harness().medium();
        if (medium.isEmpty()) {
            return; // A killed process is in CrashConformance, and that nothing lasts, in the topic Lifecycle.
        }
        assertThat(capabilities().durability())
                .as("durability of a provider with a medium")
                .isNotEqualTo(Durability.NONE);
        String provider = harness().provider().info().name();
        long seed = Seeds.choose(harness(), provider + ", " + CUTS + " power cuts");
        CrashReport report = PowerTrial.run(medium.get(), CUTS, new SplittableRandom(seed));

        KitOutput.say(provider + ", power cuts: " + report);
        assertThat(report.lost()).as("cuts with lost commits, seed %d", seed).isZero();
        assertThat(report.partial())
                .as("cuts with partial transactions, seed %d", seed)
                .isZero();
        assertThat(report.acknowledged()).isPositive();
    }

    @Test
    @Proves(Rule.CORRUPT)
    void refusesFilesThatItCannotRead() throws IOException {
        Store store = openWith(THING);
        insert(store, THING, Row.of(1L, "one"), Row.of(2L, "two"));
        store.close();
        if (!lasting()) {
            return; // What it writes, if it writes anything, is read by nobody.
        }
        for (Path file : filesWithContent()) {
            byte[] content = Files.readAllBytes(file);
            byte[] damaged = content.clone();
            for (int i = 0; i < Math.min(damaged.length, 100); i++) {
                damaged[i] = 'x';
            }
            Files.write(file, damaged);
            assertThatThrownBy(this::open)
                    .as("opening with a damaged %s", file.getFileName())
                    .isInstanceOf(CorruptStoreException.class)
                    .hasMessageContaining(folder().getFileName().toString());
            assertThat(file).as("what cannot be read stays as it is").hasBinaryContent(damaged);
            Files.write(file, content);
        }
        assertThat(rows(open(), THING)).containsExactly(Row.of(1L, "one"), Row.of(2L, "two"));
    }

    /** Returns the files of the store, but for its lock, whose content means nothing. */
    private List<Path> filesWithContent() throws IOException {
        try (Stream<Path> all = Files.walk(folder())) {
            return all.filter(file -> Files.isRegularFile(file) && file.toFile().length() > 0)
                    .filter(file -> !file.getFileName().toString().endsWith("LOCK"))
                    .filter(file -> !file.getFileName().toString().endsWith(".lock"))
                    .sorted()
                    .toList();
        }
    }
}
