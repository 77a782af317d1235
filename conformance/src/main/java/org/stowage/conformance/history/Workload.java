package org.stowage.conformance.history;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.stowage.conformance.question.Answers;
import org.stowage.conformance.question.Question;
import org.stowage.spi.Access;
import org.stowage.spi.Store;
import org.stowage.spi.Transaction;
import org.stowage.spi.change.Change;
import org.stowage.spi.error.ConflictException;
import org.stowage.spi.schema.EntitySchema;
import org.stowage.spi.schema.SchemaChange;
import org.stowage.spi.value.Key;
import org.stowage.spi.value.Row;
import org.stowage.spi.value.ValueType;

/**
 * Transactions of several threads that append to a few lists and read them: one by one or all at once, some of them only reading, some
 * rolled back at their end.
 */
public final class Workload {

    /** Longer than a machine stalls, and shorter than a test of the kit may take. */
    private static final Duration PATIENCE = Duration.ofMinutes(4);

    /** How many threads run the transactions. */
    public static final int THREADS = 4;

    private static final int LISTS = 5;
    private static final int MOST_OPERATIONS = 4;

    private static final EntitySchema LIST = EntitySchema.named("list")
            .required("id", ValueType.INT64)
            .required("entries", new ValueType.ListOf(ValueType.INT64))
            .key("id")
            .build();

    private final Store store;
    private final AtomicLong clock = new AtomicLong();
    private final AtomicLong values = new AtomicLong();

    private Workload(Store store) {
        this.store = store;
    }

    /**
     * What came of it.
     *
     * @param transactions how many there were
     * @param clashes how many of them ended with a conflict
     * @param anomalies what no strictly serializable execution explains
     */
    public record Result(int transactions, int clashes, List<String> anomalies) {}

    /**
     * Runs transactions on a store, and checks what they saw.
     *
     * @param store a store without entities; afterwards it has none again
     * @param transactions how many
     * @param seed where the random choices begin; what the threads make of each other is not in it
     */
    public static Result run(Store store, int transactions, long seed) {
        store.evolve(List.of(new SchemaChange.CreateEntity(LIST)));
        Workload workload = new Workload(store);
        workload.makeLists();
        List<Observed> history = workload.runInThreads(transactions, seed);
        List<String> anomalies = HistoryCheck.anomalies(history, workload.lists());
        store.evolve(List.of(new SchemaChange.DropEntity(LIST.name())));
        int clashes = (int) history.stream()
                .filter(observed -> observed.end() == Observed.End.CLASHED)
                .count();
        return new Result(history.size(), clashes, anomalies);
    }

    private void makeLists() {
        List<Row> rows = new ArrayList<>();
        for (long id = 0; id < LISTS; id++) {
            rows.add(Row.of(id, List.of()));
        }
        try (Transaction transaction = store.begin(Access.READ_WRITE, PATIENCE)) {
            transaction.apply(new Change.Insert(LIST.name(), rows));
            transaction.commit();
        }
    }

    private Map<Integer, List<Long>> lists() {
        try (Transaction transaction = store.begin(Access.READ_ONLY, PATIENCE)) {
            Map<Integer, List<Long>> lists = new TreeMap<>();
            all(transaction).forEach(row -> lists.put(((Long) valueOf(row, 0)).intValue(), entries(row)));
            return lists;
        }
    }

    private List<Observed> runInThreads(int transactions, long seed) {
        AtomicInteger left = new AtomicInteger(transactions);
        List<Callable<List<Observed>>> work = new ArrayList<>();
        for (int thread = 0; thread < THREADS; thread++) {
            SplittableRandom random = new SplittableRandom(seed + thread);
            work.add(() -> {
                List<Observed> observed = new ArrayList<>();
                while (left.decrementAndGet() >= 0) {
                    observed.add(transaction(random));
                }
                return observed;
            });
        }
        try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
            List<Observed> history = new ArrayList<>();
            for (Future<List<Observed>> future : threads.invokeAll(work)) {
                history.addAll(future.get());
            }
            return history;
        } catch (ExecutionException e) {
            throw new AssertionError("a transaction failed", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("the transactions were interrupted", e);
        }
    }

    @SuppressWarnings("ThreadPriorityCheck") // Nothing relies on it; it lets more of the transactions meet.
    private Observed transaction(SplittableRandom random) {
        boolean writes = random.nextInt(3) > 0;
        boolean keeps = random.nextInt(10) > 0;
        List<Observed.Operation> operations = new ArrayList<>();
        long begun = clock.incrementAndGet();
        Observed.End end = Observed.End.ROLLED_BACK;
        try (Transaction transaction = store.begin(writes ? Access.READ_WRITE : Access.READ_ONLY, PATIENCE)) {
            for (int i = 1 + random.nextInt(MOST_OPERATIONS); i > 0; i--) {
                act(transaction, writes, random, operations);
                Thread.yield();
            }
            if (keeps) {
                transaction.commit();
                end = Observed.End.COMMITTED;
            }
        } catch (ConflictException e) {
            end = Observed.End.CLASHED;
        }
        return new Observed(begun, clock.incrementAndGet(), operations, end);
    }

    private void act(
            Transaction transaction, boolean writes, SplittableRandom random, List<Observed.Operation> operations) {
        int list = random.nextInt(LISTS);
        if (writes && random.nextInt(2) == 0) {
            long value = values.incrementAndGet();
            List<Long> before = entries(transaction, list);
            List<Object> entries = new ArrayList<>(before);
            entries.add(value);
            operations.add(new Observed.Read(list, before));
            // Noted before it is written, since it may be there also if that fails.
            operations.add(new Observed.Append(list, value));
            transaction.apply(new Change.Update(
                    LIST.name(), List.of(Change.Versioned.any(Row.of((long) list, List.copyOf(entries))))));
        } else if (random.nextInt(3) == 0) {
            all(transaction)
                    .forEach(row ->
                            operations.add(new Observed.Read(((Long) valueOf(row, 0)).intValue(), entries(row))));
        } else {
            operations.add(new Observed.Read(list, entries(transaction, list)));
        }
    }

    private static List<Row> all(Transaction transaction) {
        return Answers.of(transaction, LIST, Question.sorted(LIST.name()));
    }

    private static List<Long> entries(Transaction transaction, long list) {
        return entries(transaction.get(LIST.name(), Key.of(list)).orElseThrow());
    }

    private static List<Long> entries(Row row) {
        List<Long> entries = new ArrayList<>();
        for (Object entry : (List<?>) valueOf(row, 1)) {
            entries.add((Long) entry);
        }
        return Collections.unmodifiableList(entries);
    }

    private static Object valueOf(Row row, int position) {
        return Objects.requireNonNull(row.get(position));
    }
}
