package org.stowage.internal.entity;

import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.stowage.spi.query.Expression;
import org.stowage.spi.value.ValueType;

/**
 * An attribute of an entity, or of what is embedded in it.
 *
 * @param path where it is in a row
 * @param genericType its type as it is declared
 * @param codec how its values are stored
 */
public record Attribute(Expression.Path path, Type genericType, ValueCodec codec) {

    /** Returns where its time zone is stored, if it has one. */
    public Optional<Expression.Path> zone() {
        if (!codec.zoned()) {
            return Optional.empty();
        }
        List<String> names = new ArrayList<>(path.names());
        names.add(names.remove(names.size() - 1) + Member.ZONE_SUFFIX);
        return Optional.of(new Expression.Path(names, ValueType.TEXT));
    }

    /** Returns the value of what is stored for it, with the zone that is stored beside it if there is one. */
    public Object decoded(Object stored, @Nullable Object zone) {
        return codec.zoned() ? codec.inZone(stored, zone) : codec.decode().apply(stored);
    }
}
