package org.stowage.conformance.sequence;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.stowage.conformance.ProviderHarness;
import org.stowage.conformance.model.ModelStore;
import org.stowage.conformance.question.Answers;
import org.stowage.conformance.question.Question;
import org.stowage.spi.Access;
import org.stowage.spi.Capabilities;
import org.stowage.spi.Store;
import org.stowage.spi.Transaction;
import org.stowage.spi.change.Change;
import org.stowage.spi.error.StoreException;
import org.stowage.spi.schema.EntitySchema;
import org.stowage.spi.schema.SchemaChange;
import org.stowage.spi.value.Row;

/** Runs a sequence on a store and on the model beside it, up to the first step at which they differ. */
final class SequenceRun {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final ProviderHarness harness;
    private final Path folder;
    private final EntitySchema schema;
    private final Capabilities capabilities;

    private Store store;
    private ModelStore committed;
    private ModelStore working;
    private @Nullable Transaction transaction;

    private SequenceRun(ProviderHarness harness, Path folder, EntitySchema schema) {
        this.harness = harness;
        this.folder = folder;
        this.schema = schema;
        this.capabilities = harness.provider().info().capabilities();
        this.store = harness.open(folder);
        this.committed = new ModelStore(schema);
        this.working = committed;
    }

    /**
     * Returns how store and model differ, or null if they do not.
     *
     * @param folder an empty folder, in which the store is made
     */
    static @Nullable String difference(ProviderHarness harness, Path folder, Sequence sequence) {
        SequenceRun run = new SequenceRun(harness, folder, sequence.schema());
        int number = 0;
        try {
            run.store.evolve(List.of(new SchemaChange.CreateEntity(sequence.schema())));
            for (Step step : sequence.steps()) {
                number++;
                run.take(step);
            }
            number++;
            run.end();
            return null;
        } catch (RuntimeException | AssertionError e) {
            return "step " + number + ": " + (e instanceof DifferenceException ? e.getMessage() : e.toString());
        } finally {
            run.close();
        }
    }

    private void take(Step step) {
        switch (step) {
            case Step.Write write -> write(write.change());
            case Step.Ask ask -> ask(ask.question());
            case Step.AskBeside ask -> askBeside(ask.question());
            case Step.Look look -> {
                Optional<Row> expected = working.get(look.key());
                inTransaction(current ->
                        same("row with key " + look.key(), expected, current.get(schema.name(), look.key())));
            }
            case Step.Commit commit -> commit();
            case Step.RollBack rollBack -> rollBack();
            case Step.Reopen reopen -> reopen();
        }
    }

    private void write(Change change) {
        if (transaction == null) {
            transaction = store.begin(Access.READ_WRITE, PATIENCE);
            working = committed.copy();
        }
        ModelStore.Outcome expected = working.apply(change);
        ModelStore.Outcome actual = apply(transaction, change);
        same("outcome", expected, actual);
        if (actual.error() != null) {
            rollBack();
        }
    }

    private static ModelStore.Outcome apply(Transaction transaction, Change change) {
        try {
            return new ModelStore.Outcome(transaction.apply(change).rows(), null);
        } catch (StoreException e) {
            return new ModelStore.Outcome(0, e.getClass());
        }
    }

    private void ask(Question question) {
        List<Row> expected = working.answer(question);
        inTransaction(current -> compare(expected, current, question));
    }

    private void askBeside(Question question) {
        if (capabilities.concurrency() == Capabilities.Concurrency.SERIAL) {
            return;
        }
        try (Transaction reader = store.begin(Access.READ_ONLY, PATIENCE)) {
            compare(committed.answer(question), reader, question);
        }
    }

    private void compare(List<Row> expected, Transaction current, Question question) {
        List<Row> wanted = Answers.wanted(expected, schema, question);
        same("rows", wanted, Answers.wanted(Answers.of(current, schema, question), schema, question));
        same(
                "rows without push-down",
                wanted,
                Answers.wanted(Answers.withoutPushDown(current, schema, question), schema, question));
        OptionalLong count = Answers.count(current, schema, question);
        same("count", (long) expected.size(), count.orElse(expected.size()));
    }

    private interface Reading {
        void in(Transaction transaction);
    }

    private void inTransaction(Reading reading) {
        if (transaction != null) {
            reading.in(transaction);
            return;
        }
        try (Transaction reader = store.begin(Access.READ_ONLY, PATIENCE)) {
            reading.in(reader);
        }
    }

    private void commit() {
        if (transaction != null) {
            transaction.commit();
            transaction.close();
            transaction = null;
            committed = working;
        }
    }

    private void rollBack() {
        if (transaction != null) {
            transaction.close();
            transaction = null;
            working = committed;
        }
    }

    private void reopen() {
        if (capabilities.durability() == Capabilities.Durability.NONE) {
            return;
        }
        store.close();
        rollBack();
        store = harness.open(folder);
    }

    /** Keeps what the last transaction wrote, and looks once more at all that is there. */
    private void end() {
        commit();
        reopen();
        ask(Question.sorted(schema.name()));
    }

    private void close() {
        if (transaction != null) {
            transaction.close();
        }
        store.close();
    }

    private static void same(String what, Object expected, Object actual) {
        if (!expected.equals(actual)) {
            throw new DifferenceException(what + ":\n    expected " + expected + "\n    but was  " + actual);
        }
    }

    /** The store did something else than the model. */
    private static final class DifferenceException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        DifferenceException(String message) {
            super(message);
        }
    }
}
