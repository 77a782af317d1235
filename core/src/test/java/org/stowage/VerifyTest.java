package org.stowage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stowage.fixture.RecordingProvider;
import org.stowage.layers.StoreLayer;
import org.stowage.layers.forwarding.ForwardingStore;
import org.stowage.layers.forwarding.ForwardingTransaction;
import org.stowage.layers.unaided.UnaidedScan;
import org.stowage.layers.verify.Share;
import org.stowage.layers.verify.Verification;
import org.stowage.layers.verify.WrongAnswer;
import org.stowage.spi.Access;
import org.stowage.spi.Scan;
import org.stowage.spi.Store;
import org.stowage.spi.StoreConfig;
import org.stowage.spi.Transaction;
import org.stowage.spi.change.Change;
import org.stowage.spi.error.BadConfigurationException;
import org.stowage.spi.query.Condition;
import org.stowage.spi.query.Expression;
import org.stowage.spi.query.Query;
import org.stowage.spi.query.ScanRequest;
import org.stowage.spi.query.Sort;
import org.stowage.spi.query.Truth;
import org.stowage.spi.schema.EntitySchema;
import org.stowage.spi.value.Row;
import org.stowage.spi.value.ValueType;
import org.stowage.store.OpenStore;

/** Answers that are compared with what the queries mean, as an application asks for it. */
class VerifyTest {

    private static final ValueType SIZE = new ValueType.Enumeration(List.of("SMALL", "LARGE"));

    private static final EntitySchema CART = EntitySchema.named("Cart")
            .required("id", ValueType.INT64)
            .optional("owner", ValueType.TEXT)
            .optional("size", SIZE)
            .key("id")
            .build();

    private static final Expression.Path OWNER = Expression.Path.of("owner", ValueType.TEXT);

    /** A condition of every kind, true of every row with an owner. */
    private static final Condition EVERYTHING = new Condition.And(List.of(
            new Condition.Not(new Condition.IsNull(OWNER)),
            new Condition.Or(List.of(
                    new Condition.Constant(Truth.UNKNOWN),
                    new Condition.Like(OWNER, text("d\n\r\"\\é%"), OptionalInt.of('!')),
                    new Condition.Contains(Condition.Place.START, OWNER, text("")))),
            new Condition.Between(
                    Expression.Arithmetic.of(Expression.Operator.ADD, path("id", ValueType.INT64), number(1)),
                    new Expression.Negation(number(5)),
                    new Expression.Parameter(0, ValueType.INT64)),
            new Condition.In(
                    Expression.Function.of(Expression.Name.LENGTH, OWNER),
                    List.of(number(4), new Expression.Parameter(1, new ValueType.ListOf(ValueType.INT64)))),
            new Condition.Comparison(
                    Condition.Relation.NOT_EQUAL, path("size", SIZE), new Expression.Literal("LARGE", SIZE))));

    private final List<WrongAnswer> reports = new ArrayList<>();

    @Test
    void reportsAWrongAnswerWithJavaThatCompiles(@TempDir Path folder) {
        RecordingProvider provider = new RecordingProvider();
        Verification all = Verification.of(Share.parse("100%")).reportingTo(reports::add);
        StoreLayer forgetful = (store, name) -> new Forgetful(store);
        try (OpenStore store = OpenStore.open(
                provider,
                StoreConfig.of("main", null, true, provider, Map.of()),
                Duration.ofSeconds(1),
                List.of(forgetful, all))) {
            store.ensure(CART);
            store.write(transaction -> transaction.apply(new Change.Insert(
                    "Cart",
                    List.of(Row.of(1L, "dora", "SMALL"), Row.of(2L, "anna", "SMALL"), Row.of(3L, null, null)))));
            Query query = Query.of(CART, EVERYTHING, List.of(Sort.descending(OWNER)));
            ScanRequest request = new ScanRequest(query, Arrays.asList(9L, Arrays.asList(3L, null)), 0, 5);

            List<Row> rows =
                    store.read(transaction -> transaction.scan(request).stream().toList());

            assertThat(rows).containsExactly(Row.of(2L, "anna", "SMALL"));
        }
        assertThat(reports).singleElement().satisfies(report -> {
            assertThat(report.expected())
                    .containsExactly(
                            Row.of(1L, "dora", "SMALL").toString(),
                            Row.of(2L, "anna", "SMALL").toString());
            compile(report.reproducer(), folder);
        });
    }

    @Test
    void comparesTheShareThatTheConfigurationNames() {
        assertThatThrownBy(() -> Stowage.builder()
                        .store("*", "memory")
                        .configuration(Map.of("verify", "much"), "the settings")
                        .open())
                .isInstanceOf(BadConfigurationException.class)
                .hasMessageStartingWith("the settings, key 'verify': 'much' is no share");
        assertThatThrownBy(() -> Stowage.builder()
                        .store("*", "memory")
                        .environment(Map.of("STOWAGE_VERIFY", "200%"))
                        .open())
                .isInstanceOf(BadConfigurationException.class)
                .hasMessageStartingWith("environment variable 'STOWAGE_VERIFY': '200%' is no share");
        Verification given = Verification.of(Share.parse("100%"));
        try (Stowage stowage = Stowage.builder()
                .store("*", "memory")
                .environment(Map.of("STOWAGE_VERIFY", "0%"))
                .verify(given)
                .open()) {
            OpenStore store = stowage.store("*");
            store.ensure(CART);
            store.<Long>read(transaction -> transaction.count(UnaidedScan.everything(CART)));
        }
        assertThat(given.verified()).isEqualTo(1);
    }

    private static Expression.Literal text(String text) {
        return new Expression.Literal(text, ValueType.TEXT);
    }

    private static Expression.Literal number(long number) {
        return new Expression.Literal(number, ValueType.INT64);
    }

    private static Expression.Path path(String name, ValueType type) {
        return Expression.Path.of(name, type);
    }

    private static void compile(String statements, Path folder) {
        String source = """
                import java.math.*;
                import java.util.*;
                import org.stowage.*;
                import org.stowage.spi.query.*;
                import org.stowage.spi.schema.*;
                import org.stowage.spi.value.*;
                import org.stowage.store.*;

                class Repeated {
                    static void run(Stowage stowage) {
                        %s
                    }
                }
                """.formatted(statements);
        JavaFileObject file =
                new SimpleJavaFileObject(URI.create("string:///Repeated.java"), JavaFileObject.Kind.SOURCE) {
                    @Override
                    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                        return source;
                    }
                };
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter messages = new StringWriter();
        List<String> options =
                List.of("-d", folder.toString(), "-classpath", System.getProperty("java.class.path"), "-proc:none");
        assertThat(compiler.getTask(messages, null, null, options, null, List.of(file))
                        .call())
                .as(() -> source + messages)
                .isTrue();
    }

    /** A store that forgets the first row of every search. */
    private static final class Forgetful extends ForwardingStore {

        Forgetful(Store beneath) {
            super(beneath);
        }

        @Override
        public Transaction begin(Access access, Duration patience) {
            return new ForwardingTransaction(super.begin(access, patience)) {
                @Override
                public Scan scan(ScanRequest request) {
                    Scan scan = super.scan(request);
                    if (!request.query().condition().equals(Condition.ALWAYS)) {
                        scan.next();
                    }
                    return scan;
                }
            };
        }
    }
}
