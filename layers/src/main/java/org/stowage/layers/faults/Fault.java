package org.stowage.layers.faults;

import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.stowage.layers.verify.Share;

/**
 * What goes wrong at which operations. Immutable. For instance {@code Fault.at(Operation.APPLY).of("Order").nth(3).effect(Effect.FULL)}.
 */
public final class Fault {

    private final Set<Operation> operations;
    private final @Nullable String entity;
    private final long nth;
    private final @Nullable Share share;
    private final Effect effect;
    private final Duration delay;

    private Fault(
            Set<Operation> operations,
            @Nullable String entity,
            long nth,
            @Nullable Share share,
            Effect effect,
            Duration delay) {
        this.operations = operations;
        this.entity = entity;
        this.nth = nth;
        this.share = share;
        this.effect = effect;
        this.delay = delay;
    }

    /** Returns the fault that operations of some kinds fail, each time, for as long as nothing else is said. */
    public static Fault at(Operation first, Operation... more) {
        return new Fault(EnumSet.of(first, more), null, 0, null, Effect.FAIL, Duration.ZERO);
    }

    /** Returns the fault that operations of every kind fail. */
    public static Fault anywhere() {
        return new Fault(EnumSet.allOf(Operation.class), null, 0, null, Effect.FAIL, Duration.ZERO);
    }

    /** Returns the same for operations on one entity; those on no entity, such as a commit, are then left alone. */
    public Fault of(String name) {
        return new Fault(operations, name, nth, share, effect, delay);
    }

    /** Returns the same for one operation alone: the first that fits is 1. */
    public Fault nth(long number) {
        if (number < 1) {
            throw new IllegalArgumentException("operation number '" + number + "' is not from 1");
        }
        return new Fault(operations, entity, number, share, effect, delay);
    }

    /** Returns the same for a share of the operations, chosen at random by the seed of the {@link FaultPlan}. */
    public Fault share(Share chance) {
        return new Fault(operations, entity, nth, chance, effect, delay);
    }

    /** Returns the same with another effect. */
    public Fault effect(Effect other) {
        boolean atCommit = other == Effect.COMMITTED_UNKNOWN || other == Effect.NOT_COMMITTED_UNKNOWN;
        if (atCommit && !operations.equals(EnumSet.of(Operation.COMMIT))) {
            throw new IllegalArgumentException("'" + other + "' can happen to a commit alone, not to " + operations);
        }
        return new Fault(operations, entity, nth, share, other, delay);
    }

    /** Returns the same that only takes longer, by so much. */
    public Fault delay(Duration duration) {
        return new Fault(operations, entity, nth, share, Effect.DELAY, duration);
    }

    Effect effect() {
        return effect;
    }

    Duration delay() {
        return delay;
    }

    boolean fits(Operation operation, @Nullable String name) {
        return operations.contains(operation) && (entity == null || entity.equals(name));
    }

    /**
     * Returns whether it happens.
     *
     * @param number the how manieth operation this is of those that fit
     * @param chance a random number from 0 to 100
     */
    boolean happens(long number, double chance) {
        return (nth == 0 || nth == number) && (share == null || chance < share.percent());
    }

    @Override
    public String toString() {
        return effect + " at " + operations + (entity == null ? "" : " of " + entity)
                + (nth == 0 ? "" : " number " + nth) + (share == null ? "" : " for " + share);
    }
}
