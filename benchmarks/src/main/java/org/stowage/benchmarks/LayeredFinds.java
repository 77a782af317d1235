package org.stowage.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import jdk.jfr.Recording;
import org.openjdk.jmh.annotations.Param;
import org.stowage.Stowage;
import org.stowage.layers.faults.FaultPlan;
import org.stowage.layers.verify.Share;
import org.stowage.layers.verify.Verification;

/** One row by its key, through what may lie over a store, none of which does anything here. */
public class LayeredFinds extends W3FindByKey {

    private static final long MOST_RECORDED = 50_000_000;

    /** What lies over the store. */
    @Param("NONE")
    public Layer layer = Layer.NONE;

    /** What may lie over a store. */
    public enum Layer {
        /** Nothing. */
        NONE,
        /** The same again, as control. */
        NONE_AGAIN,
        /** Answers are verified, none of them. */
        VERIFY_0_PERCENT,
        /** Answers are verified, one of a hundred. */
        VERIFY_1_PERCENT,
        /** A plan of faults that has none. */
        NO_FAULTS,
        /** A branch. */
        OVERLAY,
        /** The flight recorder, which takes down each transaction. */
        EVENTS,
        /** Another store beside it, that others are routed to. */
        ROUTING
    }

    @Override
    Arena arena() throws IOException {
        Path folder = Files.createTempDirectory(Arena.parent(), "layered-");
        StowageContender below = new StowageContender(open(entrant.url(folder)));
        Catalogue.products(rows, below::insertAll);
        return new Arena(folder, layer == Layer.OVERLAY ? below.branch() : below);
    }

    private Stowage open(String url) {
        return switch (layer) {
            case NONE, NONE_AGAIN, OVERLAY -> Stowage.open(url);
            case EVENTS -> recorded(url);
            case VERIFY_0_PERCENT -> verified(url, 0);
            case VERIFY_1_PERCENT -> verified(url, 1);
            case NO_FAULTS ->
                Stowage.builder().store("*", url).layer(FaultPlan.of()).open();
            case ROUTING ->
                Stowage.builder()
                        .store("*", "memory")
                        .store("products", url)
                        .route(Product.class, "products")
                        .open();
        };
    }

    private static Stowage recorded(String url) {
        Recording recording = new Recording(); // It ends with the process.
        recording.enable("org.stowage.Transaction").withoutThreshold();
        recording.setMaxSize(MOST_RECORDED);
        recording.start();
        return Stowage.open(url);
    }

    private static Stowage verified(String url, double percent) {
        return Stowage.builder()
                .store("*", url)
                .verify(Verification.of(new Share(percent)))
                .open();
    }
}
