package org.stowage.internal.jdql;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.stowage.spi.value.ValueType;

/**
 * The arguments of a tree of conditions or expressions: which come from the caller, and which are the time at which it runs. A
 * parameter that is named twice has one slot.
 */
public final class Slots {

    private sealed interface Slot {
        record Named(String parameter) implements Slot {}

        record Now(Term.Now.Kind kind) implements Slot {}
    }

    private final List<Slot> slots = new ArrayList<>();
    private int[] sources = {};
    private Term.Now.Kind[] times = {};

    int named(String parameter) {
        return slot(new Slot.Named(parameter));
    }

    int now(Term.Now.Kind kind) {
        return slot(new Slot.Now(kind));
    }

    private int slot(Slot slot) {
        int index = slots.indexOf(slot);
        if (index < 0) {
            index = slots.size();
            slots.add(slot);
        }
        return index;
    }

    /** Looks up where each argument comes from, once the parameters are all known. */
    void finish(Parameters parameters) {
        sources = new int[slots.size()];
        times = new Term.Now.Kind[slots.size()];
        for (int i = 0; i < sources.length; i++) {
            switch (slots.get(i)) {
                case Slot.Named named -> sources[i] = parameters.index(named.parameter());
                case Slot.Now now -> {
                    sources[i] = -1;
                    times[i] = now.kind();
                }
            }
        }
    }

    /**
     * Returns the arguments in the order in which the tree wants them.
     *
     * @param given the caller's, neutral or null, in the order of the parameters
     * @param clock what time it is
     */
    public List<@Nullable Object> arguments(@Nullable Object[] given, Clock clock) {
        if (sources.length == 0) {
            return List.of();
        }
        @Nullable Object[] arguments = new @Nullable Object[sources.length];
        LocalDateTime now = null;
        for (int i = 0; i < sources.length; i++) {
            if (sources[i] >= 0) {
                arguments[i] = given[sources[i]];
            } else {
                now = now == null ? LocalDateTime.now(clock) : now;
                arguments[i] = switch (times[i]) {
                    case DATE -> now.toLocalDate();
                    case TIME -> now.toLocalTime();
                    case DATETIME -> now;
                };
            }
        }
        return Arrays.asList(arguments);
    }

    static ValueType typeOf(Term.Now.Kind kind) {
        return switch (kind) {
            case DATE -> ValueType.DATE;
            case TIME -> ValueType.TIME;
            case DATETIME -> ValueType.DATETIME;
        };
    }
}
