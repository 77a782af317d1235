package org.stowage.launcher.command;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.stowage.launcher.UsageException;
import org.stowage.launcher.store.OpenStores;
import org.stowage.query.Jdql;
import org.stowage.query.JdqlStatement;
import org.stowage.query.PreparedQuery;
import org.stowage.query.QueryRows;
import org.stowage.query.StatementKind;
import org.stowage.spi.ScanPlan;
import org.stowage.spi.error.InvalidValueException;
import org.stowage.spi.query.Condition;
import org.stowage.spi.query.ScanRequest;
import org.stowage.spi.value.Row;
import org.stowage.store.OpenStore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Runs a statement of Jakarta Data's query language. */
@Command(
        name = "query",
        description = {
            "Run a statement of the Jakarta Data Query Language.",
            "",
            "For example:",
            "  from airport where iso_country = 'CH' order by name",
            "  select name, elevation_ft from airport where elevation_ft > :least",
            "  select count(this) from airport"
        })
final class QueryCommand implements Runnable {

    private final CommandContext context;

    @Parameters(paramLabel = "JDQL", description = "The statement; the entity may be left out if there is only one.")
    private String text;

    @Option(names = "--param", paramLabel = "NAME=VALUE", description = "The value of a parameter; may be repeated.")
    private Map<String, String> parameters = new LinkedHashMap<>();

    @Option(names = "--limit", paramLabel = "N", description = "How many rows at most.")
    private @Nullable Long limit;

    @Option(names = "--offset", paramLabel = "N", description = "How many rows are left out at the beginning.")
    private @Nullable Long offset;

    @Option(names = "--explain", description = "Show how the store would answer, rather than the answer.")
    private boolean explain;

    @Option(names = "--write", description = "Allow a statement that updates or deletes.")
    private boolean write;

    @Mixin
    private FileQuery file;

    @Mixin
    private DryRun dryRun;

    @Mixin
    private StoreOptions store;

    @Mixin
    private FormatOption format;

    QueryCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public void run() {
        requireNotNegative("--limit", limit);
        requireNotNegative("--offset", offset);
        JdqlStatement statement = Jdql.parse(text);
        if (statement.kind().writes() && !write && !explain) {
            throw new UsageException("the statement changes rows; say --write if that is what you want");
        }
        try (OpenStores stores =
                file.given() ? file.open(context, store.request()) : dryRun.open(context, store.request(), false)) {
            OpenStore searched = stores.of(statement.entity().orElse(null));
            file.fill(context, searched);
            PreparedQuery query = Jdql.prepare(text, searched, null);
            requirePlainUnlessRows(query);
            if (explain) {
                explain(searched, query);
            } else {
                answer(searched, query);
            }
            if (!explain) {
                dryRun.report(context, stores);
            }
        }
    }

    private static void requireNotNegative(String option, @Nullable Long number) {
        if (number != null && number < 0) {
            throw new UsageException(option + " '" + number + "' is negative; give 0 or more");
        }
    }

    private void requirePlainUnlessRows(PreparedQuery query) {
        if (query.kind() != StatementKind.ROWS && (limit != null || offset != null)) {
            throw new UsageException("--limit and --offset are for statements that find rows; leave them out");
        }
    }

    private void answer(OpenStore searched, PreparedQuery query) {
        List<Object> arguments = arguments(query);
        if (query.kind().writes()) {
            Row result = searched.write(transaction -> first(query.run(transaction, arguments)));
            context.print(format.orTable(), query.columns(), writer -> writer.write(result));
        } else {
            searched.read(transaction -> {
                try (QueryRows rows = query.run(transaction, arguments, offset(), limit())) {
                    print(query, rows);
                }
                return query;
            });
        }
    }

    private void print(PreparedQuery query, QueryRows rows) {
        context.print(format.orTable(), query.columns(), writer -> {
            for (Row row = rows.next(); row != null; row = rows.next()) {
                writer.write(row);
            }
        });
    }

    private static Row first(QueryRows rows) {
        try (rows) {
            Row row = rows.next();
            return row == null ? Row.of(0L) : row;
        }
    }

    private void explain(OpenStore searched, PreparedQuery query) {
        ScanRequest request = query.request(arguments(query), offset(), limit());
        ScanPlan plan = searched.read(transaction -> transaction.explain(request));
        TextRows rows = new TextRows("part", "how");
        plan.steps().forEach(step -> rows.add("store", step));
        rows.add("filter", plan.residual().equals(Condition.ALWAYS) ? "by the store" : "left: " + plan.residual());
        rows.add("order", plan.ordered() ? "by the store" : "left");
        rows.add("limit", plan.limited() ? "by the store" : "left");
        rows.printLines(context, format.orTable());
    }

    private List<Object> arguments(PreparedQuery query) {
        try {
            return query.argumentsOf(parameters);
        } catch (InvalidValueException e) {
            throw new UsageException(e.getMessage() + " (--param NAME=VALUE)");
        }
    }

    private long offset() {
        return offset == null ? 0 : offset;
    }

    private long limit() {
        return limit == null ? ScanRequest.UNLIMITED : limit;
    }
}
