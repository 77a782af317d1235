package org.stowage.layers.faults;

import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.stowage.layers.StoreLayer;
import org.stowage.spi.Store;
import org.stowage.spi.error.CancelledException;
import org.stowage.spi.error.ConflictException;
import org.stowage.spi.error.ErrorContext;
import org.stowage.spi.error.StoreException;
import org.stowage.spi.error.StoreFullException;
import org.stowage.spi.error.StoreTimeoutException;
import org.stowage.spi.error.StoreUnavailableException;

/**
 * Lets operations of stores fail, by faults that are tried in order. One plan counts the operations of all the stores that it lies
 * over. For many threads; which operation is the n-th is then a matter of luck.
 */
public final class FaultPlan implements StoreLayer {

    private static final System.Logger LOGGER = System.getLogger(FaultPlan.class.getName());

    private final List<Fault> faults;
    private final String bySeed;
    private final Random random;
    private final long[] counts;
    private long occurred;
    private boolean paused;

    private FaultPlan(Random random, String bySeed, List<Fault> faults) {
        this.faults = List.copyOf(faults);
        this.bySeed = bySeed;
        this.random = random;
        this.counts = new long[faults.size()];
    }

    /** Returns a plan without chance. */
    public static FaultPlan of(Fault... faults) {
        return new FaultPlan(new Random(0), "", List.of(faults));
    }

    /** Returns a plan whose shares are chosen by a seed. The seed is logged and part of every message. */
    public static FaultPlan random(long seed, Fault... faults) {
        LOGGER.log(Level.INFO, "stores fail at random, with seed {0}", Long.toString(seed));
        return new FaultPlan(new Random(seed), ", by seed '" + seed + "'", List.of(faults));
    }

    @Override
    public Store over(Store store, String name) {
        return faults.isEmpty() ? store : new FaultyStore(store, name, this);
    }

    /** Returns how often something went wrong. */
    public synchronized long occurred() {
        return occurred;
    }

    /** Lets nothing go wrong, and counts no operations, until {@link #resume}. */
    public synchronized void pause() {
        paused = true;
    }

    /** Lets things go wrong again. */
    public synchronized void resume() {
        paused = false;
    }

    private synchronized @Nullable Fault next(Operation operation, @Nullable String entity) {
        if (paused) {
            return null;
        }
        Fault happening = null;
        for (int i = 0; i < counts.length; i++) {
            Fault fault = faults.get(i);
            if (fault.fits(operation, entity)) {
                counts[i]++;
                if (fault.happens(counts[i], random.nextDouble(100)) && happening == null) {
                    happening = fault;
                }
            }
        }
        occurred += happening == null ? 0 : 1;
        return happening;
    }

    /**
     * Returns what goes wrong with an operation. A delay is over when this returns.
     *
     * @param entity the entity that it is about, or null
     */
    @Nullable Effect strike(String store, Operation operation, @Nullable String entity) {
        Fault fault = next(operation, entity);
        if (fault == null) {
            return null;
        }
        if (fault.effect() == Effect.DELAY) {
            sleep(store, fault.delay());
            return null;
        }
        return fault.effect();
    }

    private static void sleep(String store, Duration delay) {
        try {
            Thread.sleep(delay);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancelledException(
                    ErrorContext.of(store), "the thread was interrupted while store '" + store + "' was delayed", e);
        }
    }

    /** Returns the failure of an operation that has not been done. */
    StoreException failure(Effect effect, String store, Operation operation, @Nullable String entity) {
        ErrorContext context = new ErrorContext(store, entity, null);
        String what = said(store, operation, entity);
        return switch (effect) {
            case TIME_OUT -> new StoreTimeoutException(context, what + " took too long");
            case FULL -> new StoreFullException(context, what + " found no room");
            case CONFLICT -> new ConflictException(context, what + " clashed with another transaction");
            case FAIL, LOSE_CONNECTION, COMMITTED_UNKNOWN, NOT_COMMITTED_UNKNOWN, DELAY ->
                new StoreUnavailableException(context, what + " failed");
        };
    }

    /** Returns how a message about an operation begins. */
    String said(String store, Operation operation, @Nullable String entity) {
        return "on purpose" + bySeed + ": " + operation.name().toLowerCase(Locale.ROOT)
                + (entity == null ? "" : " of '" + entity + "'") + " in store '" + store + "'";
    }
}
