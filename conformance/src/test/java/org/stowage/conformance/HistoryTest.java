package org.stowage.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.stowage.conformance.history.HistoryCheck;
import org.stowage.conformance.history.Observed;
import org.stowage.conformance.history.Observed.Append;
import org.stowage.conformance.history.Observed.End;
import org.stowage.conformance.history.Observed.Operation;
import org.stowage.conformance.history.Observed.Read;
import org.stowage.conformance.history.Workload;
import org.stowage.spi.Store;

/** The search for cycles is tried on histories that are known to be good and bad, and on providers that are. */
class HistoryTest {

    private static final int TRANSACTIONS = 300;

    @TempDir
    private Path folder;

    private final List<Observed> history = new ArrayList<>();

    @Test
    void findsNothingInTransactionsOneAfterAnother() {
        committed(1, 2, new Append(0, 1), new Read(0, List.of(1L)));
        committed(3, 4, new Read(0, List.of(1L)), new Append(0, 2), new Append(1, 3));
        committed(5, 6, new Read(0, List.of(1L, 2L)), new Read(1, List.of(3L)));

        assertThat(anomalies(Map.of(0, List.of(1L, 2L), 1, List.of(3L)))).isEmpty();
    }

    @Test
    void findsNothingInTransactionsBesideEachOtherThatHaveAnOrder() {
        committed(1, 9, new Read(0, List.of()), new Append(1, 1));
        committed(2, 8, new Append(0, 2), new Read(1, List.of(1L)));
        rolledBack(3, 4, new Append(0, 9), new Read(0, List.of(9L)));

        assertThat(anomalies(Map.of(0, List.of(2L), 1, List.of(1L)))).isEmpty();
    }

    @Test
    void findsALostUpdate() {
        committed(1, 5, new Read(0, List.of()), new Append(0, 1));
        committed(2, 6, new Read(0, List.of()), new Append(0, 2));

        assertThat(anomalies(Map.of(0, List.of(2L)))).anyMatch(found -> found.contains("1 of T0"));
        // Also when both are there: the second did not see the first.
        assertThat(anomalies(Map.of(0, List.of(1L, 2L)))).anyMatch(found -> found.contains("a cycle"));
    }

    @Test
    void findsWriteSkew() {
        committed(1, 5, new Read(0, List.of()), new Append(1, 1));
        committed(2, 6, new Read(1, List.of()), new Append(0, 2));

        assertThat(anomalies(Map.of(0, List.of(2L), 1, List.of(1L))))
                .singleElement()
                .asString()
                .contains("a cycle", "read before it was changed by");
    }

    @Test
    void findsWhatNobodyCommitted() {
        rolledBack(1, 5, new Append(0, 1));
        committed(2, 6, new Read(0, List.of(1L)));

        assertThat(anomalies(Map.of(0, List.of()))).anyMatch(found -> found.contains("nobody has committed"));
    }

    @Test
    void findsHalfOfATransaction() {
        committed(1, 5, new Append(0, 1), new Append(0, 2));
        committed(2, 6, new Read(0, List.of(1L)));

        assertThat(anomalies(Map.of(0, List.of(1L, 2L)))).anyMatch(found -> found.contains("half"));
    }

    @Test
    void findsASnapshotThatIsOlderThanTheTransaction() {
        committed(1, 2, new Append(0, 1));
        committed(3, 4, new Read(0, List.of()));

        assertThat(anomalies(Map.of(0, List.of(1L))))
                .singleElement()
                .asString()
                .contains("a cycle", "had ended before the beginning of");
    }

    @Test
    void findsAnOldSnapshotBehindOthersThatHaveEnded() {
        committed(1, 2, new Append(0, 1));
        committed(3, 4, new Read(1, List.of()));
        committed(5, 6, new Read(0, List.of()));

        assertThat(anomalies(Map.of(0, List.of(1L)))).anyMatch(found -> found.contains("a cycle"));
    }

    @Test
    void findsListsThatContradictEachOther() {
        committed(1, 2, new Append(0, 1));
        committed(3, 4, new Append(0, 2));
        committed(5, 6, new Read(0, List.of(2L)));

        assertThat(anomalies(Map.of(0, List.of(1L, 2L)))).anyMatch(found -> found.contains("never was"));
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {"LOST_UPDATE", "WRITE_SKEW", "DIRTY_READ", "SWALLOWED_ERROR_AT_COMMIT"})
    void findsWhatAProviderDoesWrong(Fault fault) {
        ProviderHarness harness = new BrokenProviderTest.Broken(fault);
        try (Store store = harness.open(folder)) {
            assertThat(inTurns(store).anomalies()).isNotEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {"NONE", "NONE_BESIDE_OTHERS"})
    void findsNothingInTheSameProvidersWithoutAFault(Fault none) {
        ProviderHarness harness = new BrokenProviderTest.Broken(none);
        for (long seed = 0; seed < 3; seed++) {
            try (Store store = harness.open(folder)) {
                assertThat(Workload.run(store, TRANSACTIONS, seed).anomalies()).isEmpty();
            }
        }
    }

    @Test
    void findsNothingInTransactionsThatMeetAtEveryStep() {
        ProviderHarness harness = new BrokenProviderTest.Broken(Fault.NONE_BESIDE_OTHERS);
        try (Store store = harness.open(folder)) {
            Workload.Result result = inTurns(store);
            assertThat(result.clashes()).isPositive();
            assertThat(result.anomalies()).isEmpty();
        }
    }

    /** Left to themselves, the threads of a machine with one processor may run their transactions one after another. */
    private static Workload.Result inTurns(Store store) {
        Turns turns = new Turns(Workload.THREADS, TRANSACTIONS, 1);
        return Workload.run(new TakingTurns(store, turns), TRANSACTIONS, 1);
    }

    private void committed(long begun, long ended, Operation... operations) {
        history.add(new Observed(begun, ended, List.of(operations), End.COMMITTED));
    }

    private void rolledBack(long begun, long ended, Operation... operations) {
        history.add(new Observed(begun, ended, List.of(operations), End.ROLLED_BACK));
    }

    private List<String> anomalies(Map<Integer, List<Long>> last) {
        return HistoryCheck.anomalies(history, last);
    }
}
