package org.stowage.internal.entity;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.stowage.entity.Converter;
import org.stowage.spi.query.Expression;

/** What a class has, whether or not it can be an entity as it is. */
public final class Outline {

    private Outline() {}

    /** Returns the attributes of a class that can be stored, each followed by those embedded in it. */
    public static List<Attribute> of(Class<?> type, Collection<? extends Converter<?, ?>> converters) {
        ClassLayout layout = new ClassReader(new CodecFactory(converters), new Problems(type.getName())).read(type);
        List<Attribute> attributes = new ArrayList<>();
        if (layout != null) {
            add(layout, List.of(), attributes);
        }
        return attributes;
    }

    private static void add(ClassLayout layout, List<String> outer, List<Attribute> attributes) {
        for (Member member : layout.members()) {
            List<String> names = new ArrayList<>(outer);
            names.add(member.name());
            ValueCodec codec = member.codec();
            attributes.add(new Attribute(new Expression.Path(names, codec.type()), member.genericType(), codec));
            if (codec.embedded() != null) {
                add(codec.embedded(), names, attributes);
            }
        }
    }
}
