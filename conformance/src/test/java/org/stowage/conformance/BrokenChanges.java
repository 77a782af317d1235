package org.stowage.conformance;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.stowage.spi.Store;
import org.stowage.spi.Transaction;
import org.stowage.spi.change.Change;
import org.stowage.spi.change.ChangeResult;
import org.stowage.spi.error.ErrorContext;
import org.stowage.spi.error.UniqueViolatedException;
import org.stowage.spi.schema.EntitySchema;
import org.stowage.spi.schema.Index;
import org.stowage.spi.value.Row;

/** Writes that are right but for one fault. */
final class BrokenChanges {

    private final Fault fault;
    private final Store store;
    private final List<Change> done = new ArrayList<>();
    private boolean failed;

    BrokenChanges(Fault fault, Store store) {
        this.fault = fault;
        this.store = store;
    }

    static EntitySchema schema(Store store, String entity) {
        return store.schemas().stream()
                .filter(schema -> schema.name().equals(entity))
                .findFirst()
                .orElseThrow();
    }

    /** Returns what a transaction wrote before something in it failed, if the fault is to keep it. */
    List<Change> keptInSpiteOfAFailure() {
        List<Change> kept = failed && fault == Fault.COMMIT_OF_AN_ABORTED_TRANSACTION ? List.copyOf(done) : List.of();
        done.clear();
        return kept;
    }

    ChangeResult apply(Transaction current, Change change) {
        EntitySchema schema = schema(store, change.entity());
        Change written = broken(change);
        if (fault == Fault.UNIQUE_INDEX_IGNORING_ONE_NULL) {
            refuseClashesOfNulls(current, schema, written);
        }
        if (fault == Fault.SAVE_REPLACING_TWO_ROWS && change instanceof Change.Save save) {
            removeClashing(current, schema, save);
        }
        long unchanged = fault == Fault.COUNT_OFF_ON_NO_OP_UPDATES ? unchanged(current, schema, written) : 0;
        try {
            ChangeResult result = current.apply(written);
            done.add(written);
            return new ChangeResult(result.rows() - unchanged);
        } catch (RuntimeException e) {
            failed = true;
            throw e;
        }
    }

    private static long unchanged(Transaction current, EntitySchema schema, Change change) {
        return change instanceof Change.Update update
                ? update.rows().stream()
                        .filter(row -> current.get(schema.name(), schema.keyOf(row.row()))
                                .equals(Optional.of(row.row())))
                        .count()
                : 0;
    }

    private static void removeClashing(Transaction current, EntitySchema schema, Change.Save save) {
        for (Change.Versioned saved : save.rows()) {
            for (Row row : Topic.rows(current, schema)) {
                boolean clashes = schema.indexes().stream()
                        .anyMatch(index -> sameValues(schema, index, saved.row(), row)
                                && values(schema, index, row).noneMatch(Objects::isNull));
                if (clashes && !schema.keyOf(row).equals(schema.keyOf(saved.row()))) {
                    current.apply(
                            new Change.Delete(save.entity(), List.of(Change.Target.any(schema.keyOf(row))), true));
                }
            }
        }
    }

    /** Lets two tuples clash that hold the same values and one null each. */
    private void refuseClashesOfNulls(Transaction current, EntitySchema schema, Change change) {
        List<Row> others = new ArrayList<>(Topic.rows(current, schema));
        for (Row row : rows(change)) {
            others.removeIf(other -> schema.keyOf(other).equals(schema.keyOf(row)));
            for (Index index : schema.indexes()) {
                boolean oneNull =
                        values(schema, index, row).filter(Objects::isNull).count() == 1
                                && index.fields().size() > 1;
                if (oneNull && others.stream().anyMatch(other -> sameValues(schema, index, row, other))) {
                    failed = true;
                    throw new UniqueViolatedException(
                            ErrorContext.of("conformance", schema.name(), schema.keyOf(row)), "null clashes with null");
                }
            }
            others.add(row);
        }
    }

    private static boolean sameValues(EntitySchema schema, Index index, Row left, Row right) {
        return index.unique()
                && values(schema, index, left)
                        .toList()
                        .equals(values(schema, index, right).toList());
    }

    private static Stream<@Nullable Object> values(EntitySchema schema, Index index, Row row) {
        return index.fields().stream().map(field -> row.get(schema.position(field)));
    }

    private static List<Row> rows(Change change) {
        return switch (change) {
            case Change.Insert insert -> insert.rows();
            case Change.Update update ->
                update.rows().stream().map(Change.Versioned::row).toList();
            case Change.Save save ->
                save.rows().stream().map(Change.Versioned::row).toList();
            case Change.Delete delete -> List.of();
        };
    }

    private Change broken(Change change) {
        return switch (change) {
            case Change.Insert insert ->
                new Change.Insert(
                        insert.entity(),
                        insert.rows().stream().map(this::broken).toList());
            case Change.Update update -> update;
            case Change.Save save -> save;
            case Change.Delete delete -> delete;
        };
    }

    private Row broken(Row row) {
        return Row.of(Stream.of(row.toArray()).map(this::broken).toArray());
    }

    private @Nullable Object broken(@Nullable Object value) {
        if (fault == Fault.TRIMMED_TEXT && value instanceof String text && text.length() > 1) {
            return text.strip();
        }
        return fault == Fault.TRUNCATED_NANOSECONDS && value instanceof Instant instant
                ? instant.truncatedTo(ChronoUnit.MICROS)
                : value;
    }
}
