package org.stowage.internal.entity;

import java.util.Collection;
import java.util.List;
import org.stowage.entity.Converter;

/** What a class has, whether or not it can be an entity as it is. */
public final class Outline {

    private Outline() {}

    /** Returns the attributes of a class that can be stored, each followed by those embedded in it. */
    public static List<Attribute> of(Class<?> type, Collection<? extends Converter<?, ?>> converters) {
        ClassLayout layout = new ClassReader(new CodecFactory(converters), new Problems(type.getName())).read(type);
        return layout == null ? List.of() : layout.attributes();
    }
}
