package org.stowage.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.stowage.conformance.question.Question;
import org.stowage.spi.Store;
import org.stowage.spi.error.SchemaMismatchException;
import org.stowage.spi.error.UniqueViolatedException;
import org.stowage.spi.query.Condition;
import org.stowage.spi.query.Expression;
import org.stowage.spi.query.Sort;
import org.stowage.spi.schema.EntitySchema;
import org.stowage.spi.schema.Index;
import org.stowage.spi.schema.SchemaChange;
import org.stowage.spi.value.Field;
import org.stowage.spi.value.Row;
import org.stowage.spi.value.ValueType;

/** Every kind of schema change on rows that are there. */
abstract class EvolutionTopic extends Topic {

    private static final ValueType COLOUR = new ValueType.Enumeration(List.of("red", "green"));

    private static final EntitySchema PART = EntitySchema.named("part")
            .required("id", ValueType.INT64)
            .required("name", ValueType.TEXT)
            .optional("colour", COLOUR)
            .optional("price", new ValueType.Decimal(2))
            .required("version", ValueType.INT64)
            .key("id")
            .version("version")
            .index(Index.on("colour"))
            .build();

    private static final Row BOLT = Row.of(1L, "bolt", "red", new BigDecimal("0.25"), 1L);
    private static final Row NUT = Row.of(2L, "nut", "green", null, 1L);

    private Store store;

    EvolutionTopic(ProviderHarness harness) {
        super(harness);
    }

    @BeforeEach
    void store() {
        store = openWith(PART);
        insert(store, PART, BOLT, NUT);
    }

    @Test
    @Proves({Rule.NAMES, Rule.ROWS_SURVIVE_SHAPES})
    void createsEntitiesAndListsThemByName() {
        EntitySchema upper = EntitySchema.named("Part")
                .required("id", ValueType.INT64)
                .key("id")
                .build();
        EntitySchema bin = EntitySchema.named("bin")
                .required("id", ValueType.TEXT)
                .key("id")
                .build();
        assertThat(store.evolve(List.of(new SchemaChange.CreateEntity(bin), new SchemaChange.CreateEntity(upper))))
                .containsExactly(upper, bin, PART);
        insert(store, upper, Row.of(7L));

        store = reopened(store);

        assertThat(store.schemas()).containsExactly(upper, bin, PART);
        assertThat(rows(store, upper)).containsExactly(Row.of(7L));
        assertThat(rows(store, bin)).isEmpty();
        assertThat(rows(store, PART)).containsExactly(BOLT, NUT);
    }

    @Test
    @Proves(Rule.ROWS_SURVIVE_SHAPES)
    void dropsAnEntityWithItsRows() {
        assertThat(store.evolve(List.of(new SchemaChange.DropEntity("part")))).isEmpty();
        store = reopened(store);
        assertThat(store.schemas()).isEmpty();

        store.evolve(List.of(new SchemaChange.CreateEntity(PART)));
        assertThat(rows(store, PART)).isEmpty();
    }

    @Test
    @Proves(Rule.ROWS_SURVIVE_SHAPES)
    void renamesAnEntity() {
        EntitySchema renamed = evolve(new SchemaChange.RenameEntity("part", "Component"));
        assertThat(renamed.name()).isEqualTo("Component");
        holds(renamed, BOLT, NUT);
    }

    @Test
    @Proves(Rule.ROWS_SURVIVE_SHAPES)
    void addsAFieldWithAValueForOldRows() {
        EntitySchema wide = evolve(
                new SchemaChange.AddField("part", Field.required("unit", ValueType.TEXT), "piece"),
                new SchemaChange.AddField("part", Field.optional("note", ValueType.TEXT), null));
        holds(wide, with(BOLT, "piece", null), with(NUT, "piece", null));
        insert(store, wide, with(Row.of(3L, "oil", null, null, 1L), "litre", "slippery"));
        assertThat(rows(store, wide)).hasSize(3);
    }

    @Test
    @Proves(Rule.ROWS_SURVIVE_SHAPES)
    void dropsAField() {
        EntitySchema narrow = evolve(new SchemaChange.DropField("part", "price"));
        holds(narrow, Row.of(1L, "bolt", "red", 1L), Row.of(2L, "nut", "green", 1L));
        EntitySchema wide = evolve(new SchemaChange.AddField("part", Field.optional("price", ValueType.TEXT), null));
        holds(wide, Row.of(1L, "bolt", "red", 1L, null), Row.of(2L, "nut", "green", 1L, null));
    }

    @Test
    @Proves(Rule.ROWS_SURVIVE_SHAPES)
    void renamesAFieldAlsoInKeyVersionAndIndexes() {
        EntitySchema renamed = evolve(
                new SchemaChange.RenameField("part", "id", "number"),
                new SchemaChange.RenameField("part", "version", "Revision"),
                new SchemaChange.RenameField("part", "colour", "paint"));
        assertThat(renamed.key()).containsExactly("number");
        assertThat(renamed.version()).contains("Revision");
        assertThat(renamed.indexes()).containsExactly(Index.on("paint"));
        holds(renamed, BOLT, NUT);
    }

    @Test
    @Proves(Rule.ROWS_SURVIVE_SHAPES)
    void exchangesTheNamesOfTwoFields() {
        EntitySchema exchanged = evolve(
                new SchemaChange.RenameField("part", "name", "x"),
                new SchemaChange.RenameField("part", "price", "name"),
                new SchemaChange.RenameField("part", "x", "price"));
        assertThat(exchanged.field("price").orElseThrow().type()).isEqualTo(ValueType.TEXT);
        holds(exchanged, BOLT, NUT);
    }

    @Test
    @Proves(Rule.ROWS_SURVIVE_SHAPES)
    void widensFields() {
        ValueType colours = new ValueType.Enumeration(List.of("green", "blue", "red"));
        EntitySchema wide = evolve(
                new SchemaChange.WidenField("part", Field.optional("name", ValueType.TEXT)),
                new SchemaChange.WidenField("part", Field.optional("colour", colours)),
                new SchemaChange.WidenField("part", Field.optional("price", ValueType.DECIMAL)));
        Row nail = Row.of(3L, null, "blue", new BigDecimal("0.001"), 1L);
        insert(store, wide, nail);

        holds(wide, BOLT, NUT, nail);
        // The order of the names is another one now, for rows that were there too.
        assertThat(ask(store, wide, Question.sorted("part", Sort.ascending(Expression.Path.of("colour", colours)))))
                .containsExactly(NUT, nail, BOLT);
    }

    @Test
    @Proves({Rule.ROWS_SURVIVE_SHAPES, Rule.UNIQUE})
    void createsAndDropsIndexes() {
        EntitySchema unique = evolve(new SchemaChange.CreateIndex("part", Index.unique("name")));
        holds(unique, BOLT, NUT);
        assertThatThrownBy(() -> insert(store, unique, Row.of(3L, "bolt", null, null, 1L)))
                .isInstanceOf(UniqueViolatedException.class);

        EntitySchema without = evolve(
                new SchemaChange.DropIndex("part", Index.unique("name")),
                new SchemaChange.DropIndex("part", Index.on("colour")));
        insert(store, without, Row.of(3L, "bolt", null, null, 1L));
        assertThat(rows(store, without)).hasSize(3);
    }

    @Test
    @Proves({Rule.UNFIT_SHAPE, Rule.SHAPE_CHANGE_IS_ATOMIC})
    void makesNoUniqueIndexOverRowsThatClash() {
        insert(store, PART, Row.of(3L, "bolt", null, null, 1L));
        changesNothing(
                () -> store.evolve(List.of(
                        new SchemaChange.AddField("part", Field.optional("note", ValueType.TEXT), null),
                        new SchemaChange.CreateIndex("part", Index.unique("name")))),
                UniqueViolatedException.class);
    }

    @Test
    @Proves(Rule.NULL_NEVER_CLASHES)
    void letsNullsNotClashInANewUniqueIndex() {
        insert(store, PART, Row.of(3L, "oil", null, null, 1L), Row.of(4L, "fat", null, null, 1L));
        EntitySchema unique = evolve(new SchemaChange.CreateIndex("part", Index.unique("price")));
        assertThat(rows(store, unique)).hasSize(4);
    }

    @Test
    @Proves({Rule.UNFIT_SHAPE, Rule.SHAPE_CHANGE_IS_ATOMIC})
    void refusesWhatDoesNotFitAndChangesNothing() {
        SchemaChange harmless = new SchemaChange.RenameField("part", "name", "title");
        List<SchemaChange> unfit = List.of(
                new SchemaChange.CreateEntity(PART),
                new SchemaChange.DropEntity("prat"),
                new SchemaChange.RenameEntity("prat", "x"),
                new SchemaChange.AddField("part", Field.optional("colour", ValueType.TEXT), null),
                new SchemaChange.AddField("part", Field.required("must", ValueType.TEXT), null),
                new SchemaChange.DropField("part", "id"),
                new SchemaChange.DropField("part", "version"),
                new SchemaChange.DropField("part", "colour"),
                new SchemaChange.DropField("part", "colur"),
                new SchemaChange.RenameField("part", "price", "colour"),
                new SchemaChange.WidenField("part", Field.required("price", ValueType.DECIMAL)),
                new SchemaChange.WidenField("part", Field.optional("price", ValueType.INT64)),
                new SchemaChange.WidenField(
                        "part", Field.optional("colour", new ValueType.Enumeration(List.of("red")))),
                new SchemaChange.CreateIndex("part", Index.on("colour")),
                new SchemaChange.DropIndex("part", Index.on("price")));
        for (SchemaChange change : unfit) {
            changesNothing(() -> store.evolve(List.of(harmless, change)), SchemaMismatchException.class);
        }
    }

    @Test
    @Proves(Rule.UNFIT_SHAPE)
    void refusesToMergeEntitiesByARename() {
        EntitySchema bin = EntitySchema.named("bin")
                .required("id", ValueType.TEXT)
                .key("id")
                .build();
        store.evolve(List.of(new SchemaChange.CreateEntity(bin)));
        changesNothing(
                () -> store.evolve(List.of(new SchemaChange.RenameEntity("bin", "part"))),
                SchemaMismatchException.class);
    }

    @Test
    @Proves(Rule.ROWS_SURVIVE_SHAPES)
    void stillFindsByWhatWasIndexedBefore() {
        EntitySchema schema = evolve(
                new SchemaChange.RenameField("part", "colour", "paint"),
                new SchemaChange.CreateIndex("part", Index.on("name", "paint")));
        Condition red = new Condition.Comparison(
                Condition.Relation.EQUAL, Expression.Path.of("paint", COLOUR), new Expression.Literal("red", COLOUR));
        assertThat(ask(store, schema, Question.where("part", red))).containsExactly(BOLT);
    }

    /** Changes the shape of parts and returns the new one, after the store was opened again. */
    private EntitySchema evolve(SchemaChange... changes) {
        EntitySchema expected = store.schemas().get(0);
        for (SchemaChange change : changes) {
            expected = Objects.requireNonNull(change.applyTo(expected));
        }
        List<EntitySchema> after = store.evolve(List.of(changes));
        assertThat(after).containsExactly(expected);
        assertThat(store.schemas()).isEqualTo(after);
        store = reopened(store);
        assertThat(store.schemas())
                .as("shapes after the store was opened again")
                .isEqualTo(after);
        return expected;
    }

    private void holds(EntitySchema schema, Row... expected) {
        assertThat(rows(store, schema)).containsExactly(expected);
        store = reopened(store);
        assertThat(rows(store, schema)).containsExactly(expected);
    }

    private void changesNothing(ThrowingCallable evolution, Class<? extends Throwable> error) {
        List<EntitySchema> schemas = store.schemas();
        List<Row> rows = rows(store, PART);
        assertThatThrownBy(evolution).isInstanceOf(error);
        assertThat(store.schemas()).isEqualTo(schemas);
        assertThat(rows(store, PART)).isEqualTo(rows);
    }

    private static Row with(Row row, @Nullable Object... more) {
        @Nullable Object[] values = Arrays.copyOf(row.toArray(), row.size() + more.length);
        System.arraycopy(more, 0, values, row.size(), more.length);
        return Row.of(values);
    }
}
