package org.stowage.layers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.stowage.layers.Dishes.DISH;
import static org.stowage.layers.Dishes.PATIENCE;
import static org.stowage.layers.Dishes.dearerThan;
import static org.stowage.layers.Dishes.dish;
import static org.stowage.layers.Dishes.save;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.stowage.layers.forwarding.ForwardingStore;
import org.stowage.layers.forwarding.ForwardingTransaction;
import org.stowage.layers.unaided.UnaidedScan;
import org.stowage.layers.verify.Share;
import org.stowage.layers.verify.Verification;
import org.stowage.layers.verify.WrongAnswer;
import org.stowage.spi.Access;
import org.stowage.spi.RowCounter;
import org.stowage.spi.Scan;
import org.stowage.spi.Store;
import org.stowage.spi.Transaction;
import org.stowage.spi.engine.Engine;
import org.stowage.spi.error.BadConfigurationException;
import org.stowage.spi.error.CorruptStoreException;
import org.stowage.spi.query.Condition;
import org.stowage.spi.query.Query;
import org.stowage.spi.query.ScanRequest;
import org.stowage.spi.query.Sort;
import org.stowage.spi.value.Row;

class VerificationTest {

    private final Engine honest = Dishes.store();
    private final List<WrongAnswer> reports = new ArrayList<>();
    private final Verification all = Verification.of(Share.parse("100%")).reportingTo(reports::add);

    @AfterEach
    void close() {
        honest.close();
    }

    @Test
    void findsNothingWrongWithAnHonestStore() {
        Store store = all.over(honest, "shop");

        assertThat(Dishes.ask(store, dearerThan(4))).containsExactly(dish(3, "pie", 6), dish(2, "stew", 9));
        assertThat(count(store, UnaidedScan.everything(DISH))).hasValue(3);
        assertThat(all.verified()).isEqualTo(2);
        assertThat(reports).isEmpty();
    }

    @Test
    void reportsARowThatIsMissingWithWhatRepeatsIt() {
        Store store = all.over(new Lying(honest, request -> dearerThan(6)), "shop");

        assertThat(Dishes.ask(store, dearerThan(4))).containsExactly(dish(2, "stew", 9));

        assertThat(all.wrong()).isEqualTo(1);
        assertThat(reports).singleElement().satisfies(report -> {
            assertThat(report.store()).isEqualTo("shop");
            assertThat(report.query()).isEqualTo("from Dish where price > :1 order by price, id");
            assertThat(report.arguments()).isEqualTo("[4]");
            assertThat(report.difference()).isEqualTo("its rows differ from number 1 on");
            assertThat(report.expected())
                    .containsExactly(
                            dish(3, "pie", 6).toString(), dish(2, "stew", 9).toString());
            assertThat(report.given()).containsExactly(dish(2, "stew", 9).toString());
            assertThat(report.reproducer())
                    .contains("stowage.store(\"shop\")")
                    .contains("new Expression.Parameter(0, ValueType.INT64)")
                    .contains("Collections.singletonList(4L), 0L, ScanRequest.UNLIMITED");
        });
    }

    @Test
    void reportsAnOrderThatIsNotTheAskedOne() {
        Store store = all.over(
                new Lying(
                        honest,
                        request -> ScanRequest.all(
                                Query.of(DISH, request.query().condition(), List.<Sort>of()), request.arguments())),
                "shop");

        assertThat(Dishes.ask(store, dearerThan(4))).containsExactly(dish(2, "stew", 9), dish(3, "pie", 6));

        assertThat(reports)
                .singleElement()
                .satisfies(report -> assertThat(report.given())
                        .containsExactly(
                                dish(2, "stew", 9).toString(), dish(3, "pie", 6).toString()));
    }

    @Test
    void reportsAWrongCount() {
        Store store = all.over(new Lying(honest, request -> dearerThan(0)), "shop");

        assertThat(count(store, dearerThan(4))).hasValue(3);

        assertThat(reports).singleElement().satisfies(report -> {
            assertThat(report.expected()).containsExactly("2");
            assertThat(report.given()).containsExactly("3");
        });
    }

    @Test
    void comparesWithinTheTransactionThatAsks() {
        Store store = all.over(honest, "shop");
        try (Transaction transaction = store.begin(Access.READ_WRITE, PATIENCE)) {
            transaction.apply(save(dish(4, "cake", 5)));
            Scan scan = transaction.scan(dearerThan(4));
            transaction.apply(save(dish(5, "tart", 5)));

            assertThat(scan.next()).isEqualTo(dish(4, "cake", 5));
            assertThat(scan.next()).isEqualTo(dish(3, "pie", 6));
        }
        assertThat(reports).isEmpty();
    }

    @Test
    void failsIfItShall() {
        Store store = all.failing().over(new Lying(honest, request -> dearerThan(6)), "shop");

        assertThatThrownBy(() -> Dishes.ask(store, dearerThan(4)))
                .isInstanceOf(CorruptStoreException.class)
                .hasMessageStartingWith("store 'shop' gave a wrong answer: its rows differ from number 1 on");
    }

    @Test
    void comparesAShareOfTheAnswers() {
        Verification tenth = Verification.of(Share.parse("10%"));
        Store store = tenth.over(honest, "shop");
        for (int i = 0; i < 2000; i++) {
            Dishes.ask(store, dearerThan(4));
        }
        assertThat(tenth.verified()).isBetween(80L, 350L);
    }

    @Test
    void isNotThereIfNothingIsCompared() {
        assertThat(Verification.of(Share.parse("0%")).over(honest, "shop")).isSameAs(honest);
    }

    @Test
    void readsShares() {
        assertThat(Share.parse("0.5%").percent()).isEqualTo(0.5);
        assertThat(Share.parse("1%")).hasToString("1%");
        for (String wrong : List.of("1", "%", "101%", "100.1%", "-1%", "1 %")) {
            assertThatThrownBy(() -> Share.parse(wrong))
                    .isInstanceOf(BadConfigurationException.class)
                    .hasMessageContaining("'" + wrong + "' is no share: expected a number from 0 to 100 and '%'");
        }
    }

    private static OptionalLong count(Store store, ScanRequest request) {
        try (Transaction reader = store.begin(Access.READ_ONLY, PATIENCE)) {
            return ((RowCounter) reader).count(request);
        }
    }

    /** A store that answers another question than it is asked, unless it is asked for everything. */
    private static final class Lying extends ForwardingStore {

        private final Function<ScanRequest, ScanRequest> lie;

        Lying(Store honest, Function<ScanRequest, ScanRequest> lie) {
            super(honest);
            this.lie = lie;
        }

        @Override
        public Transaction begin(Access access, Duration patience) {
            return new ForwardingTransaction(super.begin(access, patience)) {
                @Override
                public Scan scan(ScanRequest request) {
                    return super.scan(twisted(request));
                }

                @Override
                public OptionalLong count(ScanRequest request) {
                    // The engine beneath does not count what it would have to read.
                    long rows = 0;
                    try (Scan scan = super.scan(twisted(request))) {
                        for (Row row = scan.next(); row != null; row = scan.next()) {
                            rows++;
                        }
                    }
                    return OptionalLong.of(rows);
                }
            };
        }

        private ScanRequest twisted(ScanRequest request) {
            return request.query().condition().equals(Condition.ALWAYS) ? request : lie.apply(request);
        }
    }
}
