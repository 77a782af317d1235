package org.stowage.conformance.sequence;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.stowage.conformance.model.ModelStore;
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

    private final Place place;
    private final EntitySchema schema;
    private final Capabilities capabilities;

    private Store store;
    private ModelStore committed;
    private ModelStore working;
    private @Nullable Transaction transaction;

    private SequenceRun(Place place, Sequence sequence) {
        this.place = place;
        this.schema = sequence.schema();
        this.capabilities = place.harness().provider().info().capabilities();
        this.store = place.store(sequence.options());
        this.committed = new ModelStore(schema);
        this.working = committed;
    }

    /** Returns how store and model differ, or null if they do not; then the store is as before. */
    static @Nullable String difference(Place place, Sequence sequence) {
        int number = 0;
        SequenceRun run = null;
        try {
            run = new SequenceRun(place, sequence);
            run.store.evolve(List.of(new SchemaChange.CreateEntity(sequence.schema())));
            for (Step step : sequence.steps()) {
                number++;
                run.take(step);
            }
            number++;
            run.end();
            run.store.evolve(
                    List.of(new SchemaChange.DropEntity(sequence.schema().name())));
            return null;
        } catch (RuntimeException | AssertionError e) {
            if (run != null) {
                run.abandon();
            }
            return "step " + number + ": " + (e instanceof DifferenceException ? e.getMessage() : e.toString());
        }
    }

    private void abandon() {
        try {
            rollBack();
            place.discard();
        } catch (RuntimeException e) {
            // What is wrong is known already, and the next store is a new one.
        }
    }

    private void take(Step step) {
        switch (step) {
            case Step.Write write -> write(write);
            case Step.Ask ask -> inTransaction(current -> new Asking(current, working).compare(ask));
            case Step.AskBeside ask -> askBeside(ask.question());
            case Step.Look look -> {
                Optional<Row> expected = working.get(look.key());
                inTransaction(current -> DifferenceException.unlessSame(
                        "row with key " + look.key(), expected, current.get(schema.name(), look.key())));
            }
            case Step.Commit commit -> commit();
            case Step.RollBack rollBack -> rollBack();
            case Step.Reopen reopen -> reopen();
        }
    }

    private void write(Step.Write write) {
        if (transaction == null) {
            transaction = store.begin(Access.READ_WRITE, PATIENCE);
            working = committed.copy();
        }
        ModelStore.Outcome expected = working.apply(write.change());
        ModelStore.Outcome actual = apply(transaction, write);
        DifferenceException.unlessSame("outcome", expected, actual);
        if (actual.error() != null) {
            rollBack();
        }
    }

    private static ModelStore.Outcome apply(Transaction transaction, Step.Write write) {
        try {
            long count = 0;
            for (Change change : write.rowByRow() ? Batches.rowByRow(write.change()) : List.of(write.change())) {
                count += transaction.apply(change).rows();
            }
            return new ModelStore.Outcome(count, null);
        } catch (StoreException e) {
            return new ModelStore.Outcome(0, e.getClass());
        }
    }

    private void askBeside(Question question) {
        if (capabilities.concurrency() == Capabilities.Concurrency.SERIAL) {
            return;
        }
        try (Transaction reader = store.begin(Access.READ_ONLY, PATIENCE)) {
            new Asking(reader, committed).compare(new Step.Ask(question, 0, false));
        }
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
        Transaction open = transaction;
        transaction = null;
        working = committed;
        store = place.reopened();
        if (open != null) {
            open.close();
        }
    }

    /** Keeps what the last transaction wrote, and looks once more at all that is there. */
    private void end() {
        commit();
        take(new Step.Ask(Question.sorted(schema.name()), 0, false));
    }
}
