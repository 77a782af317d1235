package org.stowage.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands that are run once for the archive of classes. */
class RehearsalTest {

    @TempDir
    private Path folder;

    @Test
    void everyCommandThatIsRehearsedWorks() throws Exception {
        assertThat(Rehearsal.run(folder, null)).isEmpty();
    }
}
