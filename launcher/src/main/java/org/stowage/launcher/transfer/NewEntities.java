package org.stowage.launcher.transfer;

import java.util.List;
import org.stowage.spi.schema.SchemaChange;
import org.stowage.store.OpenStore;

/** Takes away entities that were made for rows which then did not come. */
final class NewEntities {

    private NewEntities() {}

    /** Removes them; if that fails, the failure that led here says so. */
    static void remove(OpenStore store, List<String> entities, Throwable failure) {
        // A thread that was told to stop would be refused, and leave what it should take away.
        boolean interrupted = Thread.interrupted();
        try {
            List<SchemaChange> changes = entities.stream()
                    .<SchemaChange>map(SchemaChange.DropEntity::new)
                    .toList();
            store.evolve(changes);
        } catch (RuntimeException e) {
            failure.addSuppressed(e);
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
