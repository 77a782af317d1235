package org.stowage.internal.repository;

import jakarta.data.exceptions.MappingException;
import java.util.ArrayList;
import java.util.List;
import org.stowage.internal.entity.Attribute;
import org.stowage.internal.entity.EntityMapping;
import org.stowage.spi.query.Sort;
import org.stowage.spi.value.ValueType;

/** Orders as Jakarta Data has them, as orders of rows. */
final class Ordering {

    private Ordering() {}

    /**
     * Returns the order by an attribute.
     *
     * @throws MappingException if there is no such attribute, or it has no order
     */
    static Sort of(EntityMapping mapping, String name, boolean descending, boolean ignoreCase) {
        Attribute attribute = mapping.attribute(name);
        ValueType type = attribute.path().type();
        if (!type.ordered()) {
            throw new MappingException(
                    "attribute '" + name + "' of entity '" + mapping.schema().name() + "' is " + type.describe()
                            + ", which has no order; sort by another one");
        }
        if (ignoreCase && !type.equals(ValueType.TEXT)) {
            throw new MappingException(
                    "attribute '" + name + "' of entity '" + mapping.schema().name() + "' is " + type.describe()
                            + ", and only text has upper and lower case; sort by it without ignoring case");
        }
        Sort sort = descending ? Sort.descending(attribute.path()) : Sort.ascending(attribute.path());
        return ignoreCase ? sort.ignoringCase() : sort;
    }

    /** Returns the static order, then the one that a call asks for; what an earlier one has decided is left out. */
    static List<Sort> combined(EntityMapping mapping, List<Sort> fixed, List<jakarta.data.Sort<?>> asked) {
        List<Sort> combined = new ArrayList<>(fixed);
        for (jakarta.data.Sort<?> sort : asked) {
            Sort added = of(mapping, sort.property(), sort.isDescending(), sort.ignoreCase());
            boolean decided = combined.stream()
                    .anyMatch(earlier ->
                            earlier.path().equals(added.path()) && (!earlier.ignoreCase() || added.ignoreCase()));
            if (!decided) {
                combined.add(added);
            }
        }
        return combined;
    }
}
