package org.stowage.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stowage.conformance.sequence.QueryTrial;

/** The same rows and the same random queries on all of our providers: the same sequences of rows. */
class SameAnswersTest {

    private static final int ENTITIES = Integer.getInteger("stowage.sequences", 15);
    private static final int QUERIES = 40;

    @Test
    void everyProviderAnswersTheSame(@TempDir Path folder) throws IOException {
        long first = Seeds.choose(ENTITIES * QUERIES + " random queries on all providers");
        for (long seed = first; seed < first + ENTITIES; seed++) {
            List<QueryTrial.Answer> memory = answers(new Harnesses.Memory(), folder, seed);

            assertThat(answers(new Harnesses.JsonFile(), folder, seed))
                    .as("json-file and memory, -Dstowage.seed=%d", seed)
                    .isEqualTo(memory);
            assertThat(answers(new Harnesses.Sqlite(), folder, seed))
                    .as("sqlite and memory, -Dstowage.seed=%d", seed)
                    .isEqualTo(memory);
        }
    }

    private static List<QueryTrial.Answer> answers(ProviderHarness harness, Path folder, long seed) throws IOException {
        return QueryTrial.answers(harness, Files.createTempDirectory(folder, "store"), seed, QUERIES);
    }
}
