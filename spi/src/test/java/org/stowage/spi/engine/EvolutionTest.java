package org.stowage.spi.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.stowage.spi.engine.Shops.PATIENCE;
import static org.stowage.spi.engine.Shops.rest;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.stowage.spi.Access;
import org.stowage.spi.Scan;
import org.stowage.spi.ScanExplainer;
import org.stowage.spi.Transaction;
import org.stowage.spi.change.Change;
import org.stowage.spi.error.SchemaMismatchException;
import org.stowage.spi.error.UniqueViolatedException;
import org.stowage.spi.query.Condition;
import org.stowage.spi.query.Expression.Literal;
import org.stowage.spi.query.Expression.Path;
import org.stowage.spi.query.Query;
import org.stowage.spi.query.ScanRequest;
import org.stowage.spi.query.Sort;
import org.stowage.spi.schema.EntitySchema;
import org.stowage.spi.schema.Index;
import org.stowage.spi.schema.SchemaChange;
import org.stowage.spi.value.Field;
import org.stowage.spi.value.Key;
import org.stowage.spi.value.Row;
import org.stowage.spi.value.ValueType;

class EvolutionTest {

    private static final EntitySchema CITY = EntitySchema.named("city")
            .required("name", ValueType.TEXT)
            .required("size", new ValueType.Enumeration(List.of("small", "large")))
            .optional("country", ValueType.TEXT)
            .key("name")
            .index(Index.on("size"))
            .build();

    private final Engine store = Engine.named("test").open();

    @BeforeEach
    void fill() {
        store.evolve(List.of(new SchemaChange.CreateEntity(CITY)));
        Shops.commit(
                store,
                new Change.Insert(
                        "city",
                        List.of(
                                Row.of("Bern", "small", "CH"),
                                Row.of("Basel", "large", "CH"),
                                Row.of("Ulm", "small", null))));
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void addsAndDropsFieldsInEveryRow() {
        store.evolve(List.of(
                new SchemaChange.AddField("city", Field.required("founded", ValueType.INT64), 0L),
                new SchemaChange.DropField("city", "country")));

        assertThat(cities("name"))
                .containsExactly(Row.of("Basel", "large", 0L), Row.of("Bern", "small", 0L), Row.of("Ulm", "small", 0L));
        assertThat(get("city", "Bern")).isEqualTo(Row.of("Bern", "small", 0L));
    }

    @Test
    void keepsRowsAndIndexesUnderOtherNames() {
        store.evolve(List.of(
                new SchemaChange.RenameField("city", "size", "extent"), new SchemaChange.RenameEntity("city", "town")));

        assertThat(store.schemas()).extracting(EntitySchema::name).containsExactly("town");
        assertThat(get("town", "Ulm")).isEqualTo(Row.of("Ulm", "small", null));
        EntitySchema town = store.schemas().get(0);
        Query large = Query.of(town, equal(town, "extent", "large"), List.of());
        try (Transaction transaction = store.begin(Access.READ_ONLY, PATIENCE);
                Scan scan = transaction.scan(ScanRequest.all(large))) {
            assertThat(rest(scan)).containsExactly(Row.of("Basel", "large", "CH"));
        }
    }

    @Test
    void ordersAnewWhenTheOrderOfAnEnumerationChanges() {
        assertThat(cities("size")).extracting(row -> row.get(1)).containsExactly("small", "small", "large");

        store.evolve(List.of(new SchemaChange.WidenField(
                "city", Field.required("size", new ValueType.Enumeration(List.of("large", "huge", "small"))))));

        assertThat(cities("size")).extracting(row -> row.get(1)).containsExactly("large", "small", "small");
    }

    @Test
    void usesANewIndexAndNoLongerADroppedOne() {
        store.evolve(List.of(new SchemaChange.CreateIndex("city", Index.on("country"))));
        assertThat(plan("country", "CH")).startsWith("index (country): country = 'CH'");

        store.evolve(List.of(new SchemaChange.DropIndex("city", Index.on("country"))));
        assertThat(plan("country", "CH")).startsWith("full scan");
    }

    @Test
    void changesNothingIfOneOfSeveralChangesFails() {
        List<EntitySchema> before = store.schemas();

        assertThatThrownBy(() -> store.evolve(List.of(
                        new SchemaChange.AddField("city", Field.optional("founded", ValueType.INT64), null),
                        new SchemaChange.CreateIndex("city", Index.unique("country")))))
                .isInstanceOf(UniqueViolatedException.class)
                .hasMessageContaining("'CH'");

        assertThat(store.schemas()).isEqualTo(before);
        assertThat(get("city", "Ulm")).isEqualTo(Row.of("Ulm", "small", null));
    }

    @Test
    void enforcesAUniqueIndexThatWasCreatedLater() {
        store.evolve(List.of(new SchemaChange.CreateIndex("city", Index.unique("country", "size"))));

        assertThatThrownBy(() -> Shops.commit(store, new Change.Insert("city", List.of(Row.of("Thun", "small", "CH")))))
                .isInstanceOf(UniqueViolatedException.class);
        Shops.commit(store, new Change.Insert("city", List.of(Row.of("Aalen", "small", null))));
    }

    @Test
    void refusesToRenameAnEntityToAnotherThatExists() {
        EntitySchema other = EntitySchema.named("town")
                .required("id", ValueType.INT64)
                .key("id")
                .build();
        store.evolve(List.of(new SchemaChange.CreateEntity(other)));

        assertThatThrownBy(() -> store.evolve(List.of(new SchemaChange.RenameEntity("city", "town"))))
                .isInstanceOf(SchemaMismatchException.class)
                .hasMessageContaining("'town'");
    }

    @Test
    void forgetsADroppedEntity() {
        store.evolve(List.of(new SchemaChange.DropEntity("city"), new SchemaChange.CreateEntity(CITY)));

        assertThat(cities("name")).isEmpty();
    }

    @Test
    void leavesAReaderTheShapeThatItBeganWith() {
        try (Transaction reader = store.begin(Access.READ_ONLY, PATIENCE)) {
            store.evolve(List.of(new SchemaChange.DropField("city", "country")));

            assertThat(reader.get("city", Key.of("Bern"))).contains(Row.of("Bern", "small", "CH"));
        }
    }

    private List<Row> cities(String sort) {
        EntitySchema schema = store.schemas().get(0);
        Path path = Path.of(sort, schema.field(sort).orElseThrow().type());
        Query query = Query.of(schema, Condition.ALWAYS, List.of(Sort.ascending(path)));
        try (Transaction transaction = store.begin(Access.READ_ONLY, PATIENCE);
                Scan scan = transaction.scan(ScanRequest.all(query))) {
            assertThat(scan.ordered()).isTrue();
            return rest(scan);
        }
    }

    private Row get(String entity, String name) {
        try (Transaction transaction = store.begin(Access.READ_ONLY, PATIENCE)) {
            return transaction.get(entity, Key.of(name)).orElseThrow();
        }
    }

    private String plan(String field, String value) {
        EntitySchema schema = store.schemas().get(0);
        ScanRequest request = ScanRequest.all(Query.of(schema, equal(schema, field, value), List.of()));
        try (Transaction transaction = store.begin(Access.READ_ONLY, PATIENCE)) {
            return ((ScanExplainer) transaction).explain(request).steps().get(0);
        }
    }

    private static Condition equal(EntitySchema schema, String field, String value) {
        ValueType type = schema.field(field).orElseThrow().type();
        return new Condition.Comparison(Condition.Relation.EQUAL, Path.of(field, type), new Literal(value, type));
    }
}
