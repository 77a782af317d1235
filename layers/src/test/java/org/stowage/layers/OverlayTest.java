package org.stowage.layers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.stowage.layers.Dishes.DISH;
import static org.stowage.layers.Dishes.PATIENCE;
import static org.stowage.layers.Dishes.PRICE;
import static org.stowage.layers.Dishes.ask;
import static org.stowage.layers.Dishes.delete;
import static org.stowage.layers.Dishes.dish;
import static org.stowage.layers.Dishes.rows;
import static org.stowage.layers.Dishes.save;
import static org.stowage.layers.Dishes.write;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.stowage.layers.overlay.Overlay;
import org.stowage.layers.overlay.OverlayDifference;
import org.stowage.layers.overlay.OverlayDifference.ChangedRow;
import org.stowage.layers.overlay.OverlayDifference.EntityDifference;
import org.stowage.spi.Access;
import org.stowage.spi.Capabilities;
import org.stowage.spi.Capabilities.Concurrency;
import org.stowage.spi.Capabilities.Durability;
import org.stowage.spi.Capabilities.Sharing;
import org.stowage.spi.ScanExplainer;
import org.stowage.spi.Transaction;
import org.stowage.spi.change.Change;
import org.stowage.spi.engine.Engine;
import org.stowage.spi.error.ArithmeticOverflowException;
import org.stowage.spi.error.ConflictException;
import org.stowage.spi.error.StoreClosedException;
import org.stowage.spi.error.StoreTimeoutException;
import org.stowage.spi.error.UniqueViolatedException;
import org.stowage.spi.query.Condition;
import org.stowage.spi.query.Expression;
import org.stowage.spi.query.Query;
import org.stowage.spi.query.ScanRequest;
import org.stowage.spi.query.Sort;
import org.stowage.spi.schema.EntitySchema;
import org.stowage.spi.schema.Index;
import org.stowage.spi.schema.SchemaChange;
import org.stowage.spi.value.Field;
import org.stowage.spi.value.Row;
import org.stowage.spi.value.ValueType;

class OverlayTest {

    private final Engine base = Dishes.store();
    private Overlay overlay;

    @BeforeEach
    void branch() {
        overlay = overlay(Concurrency.ONE_WRITER);
    }

    @AfterEach
    void close() {
        overlay.close();
        base.close();
    }

    @Test
    void readsThroughAndKeepsWritesToItself() {
        write(overlay, save(dish(2, "stew", 10), dish(4, "cake", 5)), delete(1));

        assertThat(rows(overlay, DISH)).containsExactly(dish(2, "stew", 10), dish(3, "pie", 6), dish(4, "cake", 5));
        assertThat(rows(base, DISH)).containsExactly(dish(1, "soup", 4), dish(2, "stew", 9), dish(3, "pie", 6));
    }

    @Test
    void doesNotSeeWhatIsWrittenBeneathAfterItWasMade() {
        write(base, save(dish(1, "soup", 99), dish(5, "fish", 20)));

        assertThat(rows(overlay, DISH)).containsExactly(dish(1, "soup", 4), dish(2, "stew", 9), dish(3, "pie", 6));
    }

    @Test
    void countsLimitsBehindTheRowsThatItHides() {
        write(overlay, delete(1), save(dish(3, "pie", 1)));
        Sort byPrice = Sort.ascending(Expression.Path.of("price", ValueType.INT64));
        Query query = Query.of(DISH, Condition.ALWAYS, List.of(byPrice));

        assertThat(ask(overlay, new ScanRequest(query, List.of(), 0, 1))).containsExactly(dish(3, "pie", 1));
        assertThat(ask(overlay, new ScanRequest(query, List.of(), 1, 1))).containsExactly(dish(2, "stew", 9));
        assertThat(ask(overlay, new ScanRequest(query, List.of(), 2, 1))).isEmpty();
    }

    @Test
    void refusesWhatClashesWithARowBeneath() {
        assertThatThrownBy(() -> write(overlay, save(dish(9, "soup", 1))))
                .isInstanceOf(UniqueViolatedException.class)
                .hasMessageContaining(
                        "'9' of Dish in store 'shop' has 'soup' in unique index (name), as '1' has already");
    }

    @Test
    void calculatesNothingForRowsThatItHides() {
        write(base, save(dish(1, "soup", Long.MAX_VALUE)));
        overlay.close();
        overlay = overlay(Concurrency.ONE_WRITER);
        Expression one = new Expression.Literal(1L, ValueType.INT64);
        Condition dear = new Condition.Comparison(
                Condition.Relation.GREATER,
                Expression.Arithmetic.of(Expression.Operator.ADD, PRICE, one),
                new Expression.Literal(8L, ValueType.INT64));
        ScanRequest request = ScanRequest.all(Query.of(DISH, dear, List.of()));
        assertThatThrownBy(() -> ask(overlay, request)).isInstanceOf(ArithmeticOverflowException.class);

        write(overlay, save(dish(1, "soup", 8)));

        assertThat(ask(overlay, request)).containsExactly(dish(1, "soup", 8), dish(2, "stew", 9));
    }

    @Test
    void showsWhatItHasChangedAndNothingElse() {
        write(overlay, save(dish(2, "stew", 10), dish(3, "pie", 6), dish(4, "cake", 5)), delete(1));

        OverlayDifference difference = overlay.difference();

        assertThat(difference.shapes()).isEmpty();
        assertThat(difference.rows()).isEqualTo(3);
        assertThat(difference.entities())
                .containsExactly(new EntityDifference(
                        DISH,
                        List.of(dish(4, "cake", 5)),
                        List.of(new ChangedRow(dish(2, "stew", 9), dish(2, "stew", 10))),
                        List.of(dish(1, "soup", 4))));
    }

    @Test
    void differsInNothingAfterEverythingIsAsItWas() {
        write(overlay, save(dish(2, "stew", 10)), delete(1));
        write(overlay, save(dish(1, "soup", 4), dish(2, "stew", 9)));

        assertThat(overlay.difference().none()).isTrue();
    }

    @Test
    void comparesRowsWithWhatTheirNewShapeMadeOfThem() {
        SchemaChange wider = new SchemaChange.AddField("Dish", Field.required("vegan", ValueType.BOOLEAN), false);
        SchemaChange renamed = new SchemaChange.RenameEntity("Dish", "Meal");
        List<EntitySchema> schemas = overlay.evolve(List.of(wider, renamed));
        write(overlay, new Change.Save("Meal", List.of(Change.Versioned.any(Row.of(3L, "pie", 6L, true)))));

        OverlayDifference difference = overlay.difference();

        assertThat(difference.shapes()).containsExactly(wider, renamed);
        assertThat(difference.entities())
                .containsExactly(new EntityDifference(
                        schemas.get(0),
                        List.of(),
                        List.of(new ChangedRow(Row.of(3L, "pie", 6L, false), Row.of(3L, "pie", 6L, true))),
                        List.of()));
        assertThat(base.schemas()).containsExactly(DISH);
    }

    @Test
    void appliesItsChangesToTheStoreBeneath() {
        // Two rows exchange a unique value, which no order of updates could do.
        write(overlay, save(dish(1, "x", 4)), save(dish(2, "soup", 9)), save(dish(1, "stew", 4)));
        write(overlay, save(dish(4, "cake", 5)), delete(3));

        assertThat(overlay.apply(PATIENCE).rows()).isEqualTo(4);

        assertThat(rows(base, DISH)).containsExactly(dish(1, "stew", 4), dish(2, "soup", 9), dish(4, "cake", 5));
        assertThatThrownBy(() -> rows(overlay, DISH)).isInstanceOf(StoreClosedException.class);
    }

    @Test
    void appliesNewShapesAndNewEntities() {
        EntitySchema table = EntitySchema.named("Table")
                .required("number", ValueType.INT64)
                .key("number")
                .build();
        overlay.evolve(List.of(
                new SchemaChange.CreateEntity(table), new SchemaChange.DropIndex("Dish", Index.unique("name"))));
        write(overlay, new Change.Insert("Table", List.of(Row.of(7L))), save(dish(2, "soup", 1)));

        overlay.apply(PATIENCE);

        assertThat(rows(base, table)).containsExactly(Row.of(7L));
        assertThat(rows(base, DISH)).containsExactly(dish(1, "soup", 4), dish(2, "soup", 1), dish(3, "pie", 6));
    }

    @Test
    void appliesNothingIfARowThatItChangedHasChangedBeneath() {
        write(overlay, save(dish(2, "stew", 10), dish(4, "cake", 5)));
        write(base, save(dish(2, "stew", 11)));

        assertThatThrownBy(() -> overlay.apply(PATIENCE))
                .isInstanceOf(ConflictException.class)
                .hasMessageContaining("'2' of Dish in store 'shop' was changed by somebody else");

        assertThat(rows(base, DISH)).containsExactly(dish(1, "soup", 4), dish(2, "stew", 11), dish(3, "pie", 6));
        assertThat(overlay.difference().rows()).isEqualTo(2);
    }

    @Test
    void appliesNothingIfARowThatItAddedOrRemovedIsTakenBeneath() {
        write(overlay, delete(3), save(dish(4, "cake", 5)));
        write(base, delete(3));
        assertThatThrownBy(() -> overlay.apply(PATIENCE)).hasMessageContaining("was removed by somebody else");

        write(base, save(dish(3, "pie", 6), dish(4, "tart", 5)));
        assertThatThrownBy(() -> overlay.apply(PATIENCE)).hasMessageContaining("was added by somebody else");
        assertThat(rows(base, DISH)).hasSize(4);
    }

    @Test
    void appliesNothingIfShapesHaveChangedBeneath() {
        write(overlay, delete(3));
        base.evolve(List.of(new SchemaChange.AddField("Dish", Field.optional("note", ValueType.TEXT), null)));

        assertThatThrownBy(() -> overlay.apply(PATIENCE)).isInstanceOf(ConflictException.class);
    }

    @Test
    void keepsNobodyOutOfAStoreOfOneTransactionAtATime() {
        try (Overlay other = overlay(Concurrency.SERIAL)) {
            write(base, save(dish(1, "soup", 99)));
            write(other, save(dish(2, "stew", 10)));

            assertThat(rows(other, DISH)).containsExactly(dish(1, "soup", 4), dish(2, "stew", 10), dish(3, "pie", 6));
            assertThat(other.difference().rows()).isEqualTo(1);
            other.apply(PATIENCE);
        }
        assertThat(rows(base, DISH)).containsExactly(dish(1, "soup", 99), dish(2, "stew", 10), dish(3, "pie", 6));
    }

    @Test
    void canLieOverAnOverlay() {
        write(overlay, delete(1));
        try (Overlay upper = Overlay.over(overlay, "shop", Overlay.CAPABILITIES, PATIENCE)) {
            write(upper, save(dish(2, "stew", 10)), delete(3));

            assertThat(rows(upper, DISH)).containsExactly(dish(2, "stew", 10));
            upper.apply(PATIENCE);
        }
        assertThat(rows(overlay, DISH)).containsExactly(dish(2, "stew", 10));
        assertThat(overlay.difference().rows()).isEqualTo(3);
    }

    @Test
    void waitsForAnotherWriterNoLongerThanAsked() {
        try (Transaction writer = overlay.begin(Access.READ_WRITE, PATIENCE)) {
            assertThat(writer).isNotNull();
            assertThatThrownBy(() -> overlay.begin(Access.READ_WRITE, Duration.ofMillis(5)))
                    .isInstanceOf(StoreTimeoutException.class);
        }
    }

    @Test
    void explainsWhatIsAskedBeneath() {
        write(overlay, delete(1), save(dish(4, "cake", 5)));
        ScanRequest request = ScanRequest.all(Query.of(DISH, Condition.ALWAYS, List.of()));
        try (Transaction reader = overlay.begin(Access.READ_ONLY, PATIENCE)) {
            assertThat(((ScanExplainer) reader).explain(request).steps())
                    .last()
                    .isEqualTo("without 1 rows that the overlay has changed or removed, and with 1 that it holds");
        }
    }

    private Overlay overlay(Concurrency concurrency) {
        return Overlay.over(base, "shop", new Capabilities(Durability.NONE, concurrency, Sharing.PRIVATE), PATIENCE);
    }
}
