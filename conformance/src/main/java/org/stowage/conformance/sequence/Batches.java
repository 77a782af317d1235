package org.stowage.conformance.sequence;

import java.util.List;
import org.stowage.spi.change.Change;

/** Changes in smaller batches. */
public final class Batches {

    private Batches() {}

    /** Returns the changes of one row each that together do the same. */
    public static List<Change> rowByRow(Change change) {
        return switch (change) {
            case Change.Insert insert ->
                insert.rows().stream()
                        .<Change>map(row -> new Change.Insert(insert.entity(), List.of(row)))
                        .toList();
            case Change.Update update ->
                update.rows().stream()
                        .<Change>map(row -> new Change.Update(update.entity(), List.of(row)))
                        .toList();
            case Change.Save save ->
                save.rows().stream()
                        .<Change>map(row -> new Change.Save(save.entity(), List.of(row)))
                        .toList();
            case Change.Delete delete ->
                delete.targets().stream()
                        .<Change>map(target -> new Change.Delete(delete.entity(), List.of(target), delete.required()))
                        .toList();
        };
    }
}
