package org.example.flawed;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;
import org.stowage.spi.change.Change;
import org.stowage.spi.value.Row;

/** What becomes of a change before the engine sees it. */
final class Changes {

    private Changes() {}

    static Change flawed(Fault fault, Change change) {
        return switch (fault) {
            case INSERT_OVERWRITES -> change instanceof Change.Insert ? whatever(change) : change;
            case VERSION_IGNORED -> withoutVersions(change);
            case DECIMALS_AS_DOUBLES, INSTANTS_CUT, TEXTS_TRIMMED -> withValues(fault, change);
            default -> change;
        };
    }

    /** Returns the change as one that no state refuses. */
    static Change whatever(Change change) {
        return switch (change) {
            case Change.Insert insert -> new Change.Save(insert.entity(), anyOf(insert.rows().stream()));
            case Change.Update update -> new Change.Save(update.entity(), anyOf(rows(update.rows())));
            case Change.Save save -> new Change.Save(save.entity(), anyOf(rows(save.rows())));
            case Change.Delete delete -> new Change.Delete(delete.entity(), anyTargetsOf(delete), false);
        };
    }

    private static Change withoutVersions(Change change) {
        return switch (change) {
            case Change.Insert insert -> insert;
            case Change.Update update -> new Change.Update(update.entity(), anyOf(rows(update.rows())));
            case Change.Save save -> new Change.Save(save.entity(), anyOf(rows(save.rows())));
            case Change.Delete delete -> new Change.Delete(delete.entity(), anyTargetsOf(delete), delete.required());
        };
    }

    private static Stream<Row> rows(List<Change.Versioned> versioned) {
        return versioned.stream().map(Change.Versioned::row);
    }

    private static List<Change.Versioned> anyOf(Stream<Row> rows) {
        return rows.map(Change.Versioned::any).toList();
    }

    private static List<Change.Target> anyTargetsOf(Change.Delete delete) {
        return delete.targets().stream()
                .map(target -> Change.Target.any(target.key()))
                .toList();
    }

    private static Change withValues(Fault fault, Change change) {
        return switch (change) {
            case Change.Insert insert ->
                new Change.Insert(
                        insert.entity(),
                        insert.rows().stream().map(row -> stored(fault, row)).toList());
            case Change.Update update -> new Change.Update(update.entity(), stored(fault, update.rows()));
            case Change.Save save -> new Change.Save(save.entity(), stored(fault, save.rows()));
            case Change.Delete delete -> delete;
        };
    }

    private static List<Change.Versioned> stored(Fault fault, List<Change.Versioned> rows) {
        return rows.stream()
                .map(versioned -> new Change.Versioned(stored(fault, versioned.row()), versioned.expected()))
                .toList();
    }

    private static Row stored(Fault fault, Row row) {
        Object[] values = row.toArray();
        for (int i = 0; i < values.length; i++) {
            values[i] = stored(fault, values[i]);
        }
        return Row.of(values);
    }

    private static Object stored(Fault fault, Object value) {
        return switch (value) {
            case BigDecimal decimal
            when fault == Fault.DECIMALS_AS_DOUBLES -> {
                BigDecimal passed = new BigDecimal(Double.toString(decimal.doubleValue())).stripTrailingZeros();
                yield passed.signum() == 0 ? BigDecimal.ZERO : passed;
            }
            case Instant instant
            when fault == Fault.INSTANTS_CUT -> instant.truncatedTo(ChronoUnit.MILLIS);
            case String text
            when fault == Fault.TEXTS_TRIMMED -> text.strip();
            case null -> null;
            default -> value;
        };
    }
}
