package org.stowage.conformance;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.stowage.conformance.question.Answers;
import org.stowage.conformance.question.Question;
import org.stowage.spi.Access;
import org.stowage.spi.Capabilities;
import org.stowage.spi.PersistenceProvider;
import org.stowage.spi.Store;
import org.stowage.spi.StoreConfig;
import org.stowage.spi.Transaction;
import org.stowage.spi.change.Change;
import org.stowage.spi.schema.EntitySchema;
import org.stowage.spi.schema.SchemaChange;
import org.stowage.spi.value.Key;
import org.stowage.spi.value.Row;
import org.stowage.store.OpenStore;

/** What the topics have in common: a folder of the test's own, and stores in it that are closed after the test. */
@ExtendWith({RuleReport.class, LeavingOut.class})
@DisplayNameGeneration(RuleReport.class)
abstract class Topic implements KitTest {

    /** How long one waits for another: longer than a machine stalls, and shorter than a test may take, so that the wait is what is told. */
    static final Duration PATIENCE = Duration.ofMinutes(4);

    private final ProviderHarness harness;
    private final List<Store> opened = new ArrayList<>();
    private final List<AssertingProvider> watching = new ArrayList<>();
    private Path folder;

    Topic(ProviderHarness harness) {
        this.harness = harness;
    }

    @BeforeEach
    final void useFolder(@TempDir Path given) {
        folder = given;
    }

    @AfterEach
    final void closeStores() {
        for (int i = opened.size() - 1; i >= 0; i--) {
            opened.get(i).close();
        }
        watching.forEach(AssertingProvider::requireAllClosed);
    }

    @Override
    public final ProviderHarness harness() {
        return harness;
    }

    final Path folder() {
        return folder;
    }

    final Capabilities capabilities() {
        return harness.provider().info().capabilities();
    }

    /** Returns whether a store that is opened again holds what it held. */
    final boolean lasting() {
        return capabilities().durability() != Capabilities.Durability.NONE;
    }

    /** Opens the store of the test. */
    final Store open() {
        Store store = harness.open(folder);
        opened.add(store);
        return store;
    }

    /** Opens the store of the test, which is new, and makes entities in it. */
    final Store openWith(EntitySchema... schemas) {
        Store store = open();
        store.evolve(creating(schemas));
        return store;
    }

    /** Closes a store and opens it again if it would hold the same then; returns the one that is open. */
    final Store reopened(Store store) {
        if (!lasting()) {
            return store;
        }
        store.close();
        return open();
    }

    /** Returns the provider, watching whether the engine above it keeps its side of the contract; looked at after the test. */
    final PersistenceProvider asserting() {
        AssertingProvider provider = new AssertingProvider(harness.provider());
        watching.add(provider);
        return provider;
    }

    /** Opens the store of the test as an application does, and makes entities in it. The test closes it. */
    final OpenStore openGuarded(EntitySchema... schemas) {
        StoreConfig config = StoreConfig.of(
                "conformance", harness.location(folder).orElse(null), true, harness.provider(), harness.options());
        OpenStore store = OpenStore.open(asserting(), config);
        try {
            store.evolve(creating(schemas));
        } catch (RuntimeException e) {
            store.close();
            throw e;
        }
        return store;
    }

    private static List<SchemaChange> creating(EntitySchema... schemas) {
        return Stream.of(schemas)
                .<SchemaChange>map(SchemaChange.CreateEntity::new)
                .toList();
    }

    /** Does something that shows whether a rule is kept, one of several that a test proves. */
    static void proving(Rule rule, Runnable work) {
        try {
            work.run();
        } catch (RuntimeException | AssertionError e) {
            throw BrokenRuleError.naming(rule, e);
        }
    }

    /** Makes changes in a transaction of their own. */
    static void write(Store store, Change... changes) {
        try (Transaction transaction = store.begin(Access.READ_WRITE, PATIENCE)) {
            for (Change change : changes) {
                transaction.apply(change);
            }
            transaction.commit();
        }
    }

    /** Inserts rows in a transaction of their own. */
    static void insert(Store store, EntitySchema schema, Row... rows) {
        write(store, new Change.Insert(schema.name(), Arrays.asList(rows)));
    }

    /** Returns the answer to a question in a transaction of its own. */
    static List<Row> ask(Store store, EntitySchema schema, Question question) {
        try (Transaction transaction = store.begin(Access.READ_ONLY, PATIENCE)) {
            return Answers.of(transaction, schema, question);
        }
    }

    /** Returns all rows of an entity by key. */
    static List<Row> rows(Store store, EntitySchema schema) {
        return ask(store, schema, Question.sorted(schema.name()));
    }

    /** Returns all rows of an entity by key, as a transaction sees them. */
    static List<Row> rows(Transaction transaction, EntitySchema schema) {
        return Answers.of(transaction, schema, Question.sorted(schema.name()));
    }

    /** Returns the row with a key, in a transaction of its own. */
    static Optional<Row> stored(OpenStore store, String entity, Key key) {
        return store.read(transaction -> transaction.get(entity, key));
    }
}
