package org.stowage.store;

import java.util.List;
import org.stowage.spi.change.Change;
import org.stowage.spi.schema.EntitySchema;

/** Makes the rows and keys of a change neutral, and refuses it if one of them is not allowed. */
final class CheckedChange {

    private CheckedChange() {}

    static Change of(EntitySchema schema, Change change) {
        return switch (change) {
            case Change.Insert insert ->
                new Change.Insert(
                        insert.entity(),
                        insert.rows().stream().map(schema::check).toList());
            case Change.Update update -> new Change.Update(update.entity(), checked(schema, update.rows()));
            case Change.Save save -> new Change.Save(save.entity(), checked(schema, save.rows()));
            case Change.Delete delete ->
                new Change.Delete(
                        delete.entity(),
                        delete.targets().stream()
                                .map(target -> new Change.Target(schema.check(target.key()), target.expected()))
                                .toList(),
                        delete.required());
        };
    }

    private static List<Change.Versioned> checked(EntitySchema schema, List<Change.Versioned> rows) {
        return rows.stream()
                .map(row -> new Change.Versioned(schema.check(row.row()), row.expected()))
                .toList();
    }
}
