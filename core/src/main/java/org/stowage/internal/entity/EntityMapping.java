package org.stowage.internal.entity;

import jakarta.data.exceptions.MappingException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.stowage.spi.error.NearestName;
import org.stowage.spi.query.Expression;
import org.stowage.spi.schema.EntitySchema;
import org.stowage.spi.value.Field;
import org.stowage.spi.value.Key;
import org.stowage.spi.value.Row;
import org.stowage.spi.value.ValueType;

/** Turns the objects of an entity into rows of its stored schema, and back. Immutable, for many threads. */
public final class EntityMapping {

    private final EntityModel model;
    private final EntitySchema schema;
    private final RowShape shape;
    private final Function<Row, Object> decoding;
    private final List<Member> reforming;
    private final int idPosition;
    private final int versionPosition;

    /**
     * Creates the mapping.
     *
     * @param stored the shape in the store, whose fields may stand in another order
     * @throws MappingException if it has fields of which the class knows nothing, as they would be lost with the next update
     */
    public EntityMapping(EntityModel model, EntitySchema stored) {
        List<String> wanted = model.schema().fields().stream().map(Field::name).toList();
        List<String> unknown = stored.fields().stream()
                .map(Field::name)
                .filter(name -> !wanted.contains(name))
                .toList();
        if (!unknown.isEmpty()) {
            throw new MappingException("entity '" + model.name() + "' is stored with fields " + unknown + " that "
                    + model.type().getName() + " does not have; add them, or drop them from the store");
        }
        this.model = model;
        this.schema = stored;
        this.shape =
                new RowShape(model.layout(), stored::position, stored.fields().size());
        Function<Row, Object> decode = shape::decode;
        this.decoding = model.layout().immutable() ? row -> row.derived(this, decode) : decode;
        this.reforming = model.layout().members().stream()
                .filter(member -> member.codec().reforms())
                .toList();
        this.idPosition = stored.position(model.id().name());
        this.versionPosition = stored.versionPosition();
    }

    /** Returns what the class says. */
    public EntityModel model() {
        return model;
    }

    /** Returns the shape of the rows. */
    public EntitySchema schema() {
        return schema;
    }

    /** Returns the row of an entity. */
    public Row toRow(Object entity) {
        return shape.encode(entity);
    }

    /** Returns the entity of a row; the same object as before if nobody can change it. */
    public Object toEntity(Row row) {
        return decoding.apply(row);
    }

    /** Returns whether an entity that is written is read as it was: no value is stored as another one that is equal, such as 3 as 3.00. */
    public boolean readsAsWritten(Object entity) {
        for (Member member : reforming) {
            Object value = model.layout().value(member, entity);
            if (value != null && !member.codec().readsAsWritten(value)) {
                return false;
            }
        }
        return true;
    }

    /** Returns the key of an id as the class has it. */
    public Key key(Object id) {
        ValueCodec codec = model.id().codec();
        if (!codec.javaType().isInstance(id)) {
            throw new MappingException("the id of entity '" + model.name() + "' is a "
                    + codec.javaType().getSimpleName() + ", and '" + id + "' is a "
                    + id.getClass().getSimpleName());
        }
        return Key.of(java.util.Objects.requireNonNull(codec.encode().apply(id)));
    }

    /** Returns the key of a row. */
    public Key keyOf(Row row) {
        return Key.of(java.util.Objects.requireNonNull(row.get(idPosition)));
    }

    /** Returns the position of the id in a row. */
    public int idPosition() {
        return idPosition;
    }

    /** Returns the position of the version in a row, or −1 if the entity has none. */
    public int versionPosition() {
        return versionPosition;
    }

    /** Returns whether an entity has no id yet: null, or 0 for a primitive number. */
    public boolean lacksId(Object entity) {
        Object id = model.layout().value(model.id(), entity);
        return id == null
                || (id instanceof Number number && model.id().rawType().isPrimitive() && number.longValue() == 0);
    }

    /** Returns the version that an entity has, or null if it has none yet. */
    public @Nullable Long versionOf(Object entity) {
        Member version = model.version();
        Object value = version == null ? null : model.layout().value(version, entity);
        return value == null ? null : ((Number) value).longValue();
    }

    /** Returns the row of an entity with another id and version than it has. */
    public Row toRow(Object entity, @Nullable Object id, long version) {
        return shape.encode(entity, id == null ? -1 : idPosition, id, versionPosition, version);
    }

    /** Returns the attribute of the id. */
    public Attribute id() {
        return attribute(List.of(model.id().name())).orElseThrow();
    }

    /**
     * Returns the attribute of a name, such as {@code city}, {@code address.city} or {@code address_city}.
     *
     * @throws MappingException if there is none; suggests the nearest
     */
    public Attribute attribute(String name) {
        if (name.equalsIgnoreCase("id(this)")) {
            return id();
        }
        List<String> names = List.of(name.split("\\.", -1));
        return attribute(names)
                .or(() -> attribute(List.of(name.split("_", -1))))
                .orElseThrow(() -> unknown(name));
    }

    private MappingException unknown(String name) {
        List<String> known = name.contains(".") ? model.attributePaths() : model.attributeNames();
        return new MappingException(
                "unknown attribute '" + name + "' of entity '" + model.name() + "'" + NearestName.hint(name, known));
    }

    /** Returns the enums among the types of the attributes, whose constants an enumeration has. */
    public List<Class<?>> enums(ValueType.Enumeration type) {
        return enums(model.layout())
                .filter(codec -> codec.type().equals(type))
                .<Class<?>>map(ValueCodec::javaType)
                .distinct()
                .toList();
    }

    private static Stream<ValueCodec> enums(ClassLayout layout) {
        return layout.members().stream().map(Member::codec).flatMap(codec -> {
            ClassLayout embedded = codec.embedded();
            return embedded != null ? enums(embedded) : codec.javaType().isEnum() ? Stream.of(codec) : Stream.empty();
        });
    }

    /** Returns all attributes, each followed by those within it. */
    public List<Attribute> attributes() {
        List<Attribute> attributes = new ArrayList<>();
        addAttributes(model.layout(), List.of(), attributes);
        return attributes;
    }

    private void addAttributes(ClassLayout layout, List<String> outer, List<Attribute> attributes) {
        for (Member member : layout.members()) {
            List<String> names = new ArrayList<>(outer);
            names.add(member.name());
            attribute(names).ifPresent(attributes::add);
            ClassLayout embedded = member.codec().embedded();
            if (embedded != null) {
                addAttributes(embedded, names, attributes);
            }
        }
    }

    private Optional<Attribute> attribute(List<String> names) {
        ClassLayout layout = model.layout();
        Member member = null;
        List<String> path = new ArrayList<>();
        ValueType type = ValueType.TEXT;
        for (String name : names) {
            if (layout == null) {
                return Optional.empty();
            }
            Optional<Member> found = layout.member(name);
            if (found.isEmpty()) {
                return Optional.empty();
            }
            member = found.get();
            path.add(name);
            type = path.size() == 1
                    ? schema.field(name).orElseThrow().type()
                    : member.codec().type();
            layout = member.codec().embedded();
        }
        return member == null
                ? Optional.empty()
                : Optional.of(new Attribute(new Expression.Path(path, type), member.genericType(), member.codec()));
    }
}
