package org.stowage.internal.jdql;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.stowage.query.JdqlException;
import org.stowage.spi.value.ValueType;

/**
 * The parameters of a statement: either declared beforehand, by a method, or known from their first use. While a statement is
 * compiled, used by one thread.
 */
public final class Parameters {

    private final boolean declared;
    private final Map<String, ValueType> types;
    private final List<String> used = new ArrayList<>();
    private @Nullable Boolean ordinal;

    private Parameters(boolean declared, Map<String, ValueType> types) {
        this.declared = declared;
        this.types = new LinkedHashMap<>(types);
    }

    /** Returns parameters that take their types from how they are used. */
    public static Parameters inferred() {
        return new Parameters(false, Map.of());
    }

    /** Returns parameters of given types, by name or, with digits for names, by ordinal. */
    public static Parameters declared(Map<String, ValueType> types) {
        return new Parameters(true, types);
    }

    /** Returns the names in the order in which arguments are given. */
    public List<String> names() {
        return List.copyOf(types.keySet());
    }

    /** Returns the type of a parameter. */
    public ValueType type(String name) {
        ValueType type = types.get(name);
        if (type == null) {
            throw new IllegalArgumentException("no parameter '" + name + "'");
        }
        return type;
    }

    /** Returns the names of declared parameters that no statement used. */
    public List<String> unused() {
        return types.keySet().stream().filter(name -> !used.contains(name)).toList();
    }

    boolean known(Term.Parameter parameter) {
        return types.containsKey(parameter.name());
    }

    /** Returns the type of a parameter, which is the expected one if nothing else is known. */
    ValueType resolve(SourceText source, Term.Parameter parameter, @Nullable ValueType expected) {
        if (ordinal != null && ordinal != parameter.ordinal()) {
            throw source.error(
                    parameter.at(), "parameter '" + parameter + "' mixes names and ordinals", "use either :name or ?1");
        }
        ordinal = parameter.ordinal();
        used.add(parameter.name());
        ValueType known = types.get(parameter.name());
        if (known != null) {
            return known;
        }
        if (declared) {
            throw source.unknown(
                    parameter.at(), "unknown parameter '" + parameter + "'", parameter.name(), types.keySet());
        }
        if (expected == null) {
            throw source.error(
                    parameter.at(),
                    "the type of parameter '" + parameter + "' cannot be told",
                    "compare it with an attribute");
        }
        ValueType type = expected instanceof ValueType.Decimal ? ValueType.DECIMAL : expected;
        types.put(parameter.name(), type);
        return type;
    }

    /** Returns the position of a parameter's argument. */
    int index(String name) {
        return names().indexOf(name);
    }

    /** Checks that ordinals begin at 1 and none is left out, and sorts them. */
    void finish(SourceText source) throws JdqlException {
        if (declared || ordinal == null || !ordinal) {
            return;
        }
        Map<String, ValueType> sorted = new LinkedHashMap<>();
        for (int i = 1; i <= types.size(); i++) {
            String name = Integer.toString(i);
            ValueType type = types.get(name);
            if (type == null) {
                throw source.error(
                        0,
                        "the statement has no parameter '?" + name + "', though it has greater ones",
                        "number them from ?1");
            }
            sorted.put(name, type);
        }
        types.clear();
        types.putAll(sorted);
    }
}
