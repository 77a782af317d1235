package org.stowage.sqlite;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jooq.Field;

/** The places of a statement as they are given out while it is built. */
final class Places {

    private final List<Binding> bindings = new ArrayList<>();

    /** Returns a new place for a value in the given form. */
    Field<Object> add(Binding.Source source, Storage storage, Function<Object, Object> form) {
        bindings.add(new Binding(source, form));
        return Sql.place(bindings.size(), storage);
    }

    /** Returns where the places stand now, for {@link #backTo}. */
    int mark() {
        return bindings.size();
    }

    /** Forgets the places given out since a mark; what they stand in is not used. */
    void backTo(int mark) {
        bindings.subList(mark, bindings.size()).clear();
    }

    List<Binding> bindings() {
        return List.copyOf(bindings);
    }
}
