package org.stowage.conformance.history;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.stowage.conformance.ProviderHarness;
import org.stowage.conformance.sequence.Place;

/** Histories of concurrent transactions on a provider, one after another; none is kept once it is checked. */
public final class HistoryTrial {

    /** So many are checked together, so that the lists stay short. */
    private static final int PIECE = 500;

    /** Every so manieth piece runs with the given options; the others need not wait for a medium, so that more transactions meet. */
    private static final int GIVEN_OPTIONS_ONE_IN = 4;

    private final ProviderHarness harness;
    private final Path folder;

    /**
     * Creates a trial.
     *
     * @param folder where the stores are made
     */
    public HistoryTrial(ProviderHarness harness, Path folder) {
        this.harness = harness;
        this.folder = folder;
    }

    /**
     * What came of it.
     *
     * @param transactions how many there were
     * @param clashes how many of them ended with a conflict
     * @param anomalies what no strictly serializable execution explains; then it ended there
     */
    public record Result(long transactions, long clashes, List<String> anomalies) {

        /** Returns the figures for people. */
        @Override
        public String toString() {
            return "concurrent transactions checked for cycles: " + transactions + " (" + clashes + " clashed): "
                    + anomalies.size();
        }
    }

    /**
     * Runs transactions and checks what they saw.
     *
     * @param transactions how many
     * @param seed where the random choices begin
     */
    public Result run(long transactions, long seed) {
        long done = 0;
        long clashes = 0;
        for (int piece = 0; done < transactions; piece++) {
            try (Place place = new Place(harness, folder)) {
                int many = (int) Math.min(PIECE, transactions - done);
                Workload.Result result = Workload.run(place.store(options(piece)), many, seed + piece);
                done += result.transactions();
                clashes += result.clashes();
                if (!result.anomalies().isEmpty()) {
                    return new Result(done, clashes, result.anomalies());
                }
            }
        }
        return new Result(done, clashes, List.of());
    }

    private Map<String, String> options(int piece) {
        List<Map<String, String>> others = harness.otherOptions();
        return others.isEmpty() || piece % GIVEN_OPTIONS_ONE_IN == 0 ? harness.options() : others.get(0);
    }
}
