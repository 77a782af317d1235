package org.stowage.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stowage.spi.ScanExplainer;
import org.stowage.spi.ScanPlan;
import org.stowage.spi.Store;
import org.stowage.spi.Transaction;
import org.stowage.spi.query.Condition;
import org.stowage.spi.query.Expression;
import org.stowage.spi.query.Query;
import org.stowage.spi.query.ScanRequest;
import org.stowage.spi.query.Sort;
import org.stowage.spi.schema.EntitySchema;
import org.stowage.spi.schema.Index;
import org.stowage.spi.value.Row;
import org.stowage.spi.value.ValueType;

/** What a person with a tool for SQLite sees of a store, and what it says about its work. */
class ShellTest {

    private static final EntitySchema ITEM = EntitySchema.named("Item")
            .required("id", ValueType.INT64)
            .required("unitPrice", new ValueType.Decimal(2))
            .required("category", ValueType.TEXT)
            .required("size", new ValueType.Enumeration(List.of("SMALL", "LARGE")))
            .optional("sold", ValueType.BOOLEAN)
            .optional("updatedAt", ValueType.INSTANT)
            .key("id")
            .index(Index.on("category", "unitPrice"))
            .build();

    @TempDir
    Path folder;

    @Test
    void anotherProgramReadsTablesColumnsAndRowsWhileTheStoreIsOpen() throws SQLException {
        Path file = folder.resolve("a.db");
        try (Store store = SqliteStores.openWith(file, ITEM)) {
            SqliteStores.insert(
                    store,
                    "Item",
                    Row.of(
                            1L,
                            new BigDecimal("12.5"),
                            "drinks",
                            "LARGE",
                            true,
                            Instant.parse("2026-01-02T03:04:05.6Z")));
            try (Connection shell = DriverManager.getConnection("jdbc:sqlite:" + file);
                    Statement statement = shell.createStatement()) {
                assertThat(lines(statement, "SELECT name, type, \"notnull\", pk FROM pragma_table_info('c__item')"))
                        .containsExactly(
                                "f_id|INTEGER|1|1",
                                "f_unit_price|TEXT|1|0",
                                "f_category|TEXT|1|0",
                                "f_size|TEXT|1|0",
                                "f_sold|INTEGER|0|0",
                                "f_updated_at|TEXT|0|0");
                assertThat(lines(statement, "SELECT * FROM c__item"))
                        .containsExactly("1|1501125 12.5|drinks|LARGE|1|2026-01-02T03:04:05.600000000Z");
                assertThat(lines(statement, "SELECT name FROM pragma_index_list('c__item')"))
                        .containsExactly("i__item_2category_2unit_price");
                assertThat(lines(statement, "SELECT entity FROM stowage_schema"))
                        .containsExactly("Item");
                assertThat(lines(statement, "PRAGMA journal_mode")).containsExactly("wal");
                assertThat(lines(statement, "PRAGMA application_id")).containsExactly(String.valueOf(0x53544F57));
                assertThat(lines(statement, "PRAGMA integrity_check")).containsExactly("ok");
            }
            SqliteStores.insert(store, "Item", Row.of(2L, new BigDecimal("1"), "food", "SMALL", null, null));
        }
    }

    private static List<String> lines(Statement statement, String sql) throws SQLException {
        List<String> lines = new ArrayList<>();
        try (ResultSet result = statement.executeQuery(sql)) {
            while (result.next()) {
                List<String> values = new ArrayList<>();
                for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
                    values.add(result.getString(i));
                }
                lines.add(String.join("|", values));
            }
        }
        return lines;
    }

    @Test
    void explainShowsTheIndexThatGivesRowsAndOrder() {
        Condition drinks = new Condition.Comparison(
                Condition.Relation.EQUAL,
                Expression.Path.of("category", ValueType.TEXT),
                new Expression.Parameter(0, ValueType.TEXT));
        ScanPlan plan =
                explain(drinks, List.of(Sort.ascending(Expression.Path.of("unitPrice", new ValueType.Decimal(2)))));
        assertThat(plan.steps())
                .anyMatch(step -> step.contains("SEARCH") && step.contains("i__item_2category_2unit_price"));
        assertThat(plan.steps()).noneMatch(step -> step.contains("TEMP B-TREE"));
        assertThat(plan.residual()).isEqualTo(Condition.ALWAYS);
        assertThat(plan.ordered()).isTrue();
        assertThat(plan.limited()).isTrue();
    }

    @Test
    void explainShowsTheIndexThatFindsABeginning() {
        Condition beginning = new Condition.Contains(
                Condition.Place.START,
                Expression.Path.of("category", ValueType.TEXT),
                new Expression.Parameter(0, ValueType.TEXT));
        assertThat(explain(beginning, List.of()).steps())
                .anyMatch(step -> step.contains("i__item_2category_2unit_price (f_category>? AND f_category<?)"));
    }

    @Test
    void explainShowsWhatIsLeft() {
        Condition left = new Condition.Comparison(
                Condition.Relation.EQUAL,
                Expression.Function.of(Expression.Name.LOWER, Expression.Path.of("category", ValueType.TEXT)),
                new Expression.Parameter(0, ValueType.TEXT));
        ScanPlan plan = explain(left, List.of());
        assertThat(plan.residual()).isEqualTo(left);
        assertThat(plan.ordered()).isTrue();
        assertThat(plan.limited()).isFalse();
    }

    private ScanPlan explain(Condition condition, List<Sort> sorts) {
        try (Store store = SqliteStores.openWith(folder.resolve("a.db"), ITEM);
                Transaction transaction = SqliteStores.reading(store)) {
            return ((ScanExplainer) transaction)
                    .explain(new ScanRequest(Query.of(ITEM, condition, sorts), List.of("drinks"), 0, 20));
        }
    }
}
