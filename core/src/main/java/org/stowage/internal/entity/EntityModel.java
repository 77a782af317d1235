package org.stowage.internal.entity;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.stowage.entity.Converter;
import org.stowage.spi.error.StoreException;
import org.stowage.spi.schema.EntitySchema;
import org.stowage.spi.value.ValueType;

/** What a class says of the entity that it is. Immutable, for many threads. */
public final class EntityModel {

    private final Class<?> type;
    private final EntitySchema schema;
    private final ClassLayout layout;
    private final Member id;
    private final @Nullable Member version;
    private final List<String> formerNames;
    private final Map<String, List<String>> formerFields;

    private EntityModel(Class<?> type, EntitySchema schema, ClassLayout layout, Member id, @Nullable Member version) {
        this.type = type;
        this.schema = schema;
        this.layout = layout;
        this.id = id;
        this.version = version;
        this.formerNames = former(new NamedAnnotations(List.of(type)));
        this.formerFields = new HashMap<>();
        layout.members().forEach(member -> formerFields.put(member.name(), former(member.annotations())));
    }

    /** Returns whether a class says that it is an entity, as {@code @Entity} does. */
    public static boolean declared(Class<?> type) {
        return new NamedAnnotations(List.of(type)).has("Entity");
    }

    /** Returns whether an annotation of a full name says that a class is an entity. */
    public static boolean isEntityAnnotation(String name) {
        return NamedAnnotations.isNamed(name, "Entity");
    }

    /** Returns whether a class has an attribute that is an id by annotation or by its name. */
    public static boolean identified(Class<?> type) {
        for (Class<?> each = type; each != null && each != Object.class; each = each.getSuperclass()) {
            for (java.lang.reflect.Field field : each.getDeclaredFields()) {
                NamedAnnotations annotations = new NamedAnnotations(List.of(field));
                if (field.getName().equals("id")
                        || field.getName().equals(conventionalName(type))
                        || annotations.has("Id")
                        || annotations.has("EmbeddedId")) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Returns the name of the entity that a class is. */
    public static String nameOf(Class<?> type) {
        NamedAnnotations annotations = new NamedAnnotations(List.of(type));
        return annotations
                .element("Entity", "name", String.class)
                .filter(name -> !name.isEmpty())
                .or(() -> annotations.element("Entity", "value", String.class).filter(name -> !name.isEmpty()))
                .orElse(type.getSimpleName());
    }

    /**
     * Returns what a class says, or empty after a note of everything that is wrong with it.
     *
     * @param keyType the type of the id, as a repository says it, or null
     */
    public static Optional<EntityModel> read(
            Class<?> type,
            @Nullable Class<?> keyType,
            Collection<? extends Converter<?, ?>> converters,
            Problems problems) {
        Problems own = new Problems(type.getName());
        ClassLayout layout = new ClassReader(new CodecFactory(converters), own).read(type);
        Optional<EntityModel> model = Optional.empty();
        if (layout != null) {
            Member id = id(type, layout, keyType, own);
            Member version = version(layout, own);
            if (id != null && !own.any()) {
                model = schema(type, layout, id, version, own)
                        .map(schema -> new EntityModel(type, schema, layout, id, version));
            }
        }
        problems.addAll(own);
        return own.any() ? Optional.empty() : model;
    }

    private static @Nullable Member id(
            Class<?> type, ClassLayout layout, @Nullable Class<?> keyType, Problems problems) {
        List<Member> marked = layout.members().stream()
                .filter(member ->
                        member.annotations().has("Id") || member.annotations().has("EmbeddedId"))
                .toList();
        if (marked.size() > 1) {
            problems.add(
                    type,
                    "several attributes are marked @Id: "
                            + marked.stream().map(Member::name).toList()
                            + "; mark one, and make the others @Unique together");
            return null;
        }
        Member id = marked.isEmpty() ? conventional(type, layout, keyType) : marked.get(0);
        if (id == null) {
            problems.add(
                    type,
                    "it has no id; name an attribute 'id' or '" + conventionalName(type)
                            + "', or mark one with @Id (it has "
                            + layout.members().stream().map(Member::name).toList() + ")");
            return null;
        }
        if (!id.codec().type().ordered() || id.zoned()) {
            problems.add(
                    type,
                    "the id '" + id.name() + "' of type '" + id.genericType().getTypeName()
                            + "' is no basic type; use one, such as a UUID, a long or a String");
            return null;
        }
        return id;
    }

    private static @Nullable Member conventional(Class<?> type, ClassLayout layout, @Nullable Class<?> keyType) {
        Optional<Member> named = layout.member("id").or(() -> layout.member(conventionalName(type)));
        if (named.isPresent() || keyType == null) {
            return named.orElse(null);
        }
        List<Member> fitting = layout.members().stream()
                .filter(member -> member.codec().javaType() == keyType
                        && !member.annotations().has("Version"))
                .toList();
        return fitting.size() == 1 ? fitting.get(0) : null;
    }

    private static String conventionalName(Class<?> type) {
        String name = type.getSimpleName();
        return Character.toLowerCase(name.charAt(0)) + name.substring(1) + "Id";
    }

    private static @Nullable Member version(ClassLayout layout, Problems problems) {
        Member version = null;
        for (Member member : layout.members()) {
            if (!member.annotations().has("Version")) {
                continue;
            }
            if (version != null) {
                problems.add(
                        layout.type(),
                        "both '" + version.name() + "' and '" + member.name() + "' are marked @Version; mark one");
            }
            if (!List.of(Integer.class, Long.class, Short.class)
                    .contains(member.codec().javaType())) {
                problems.add(
                        layout.type(),
                        layout.type().getSimpleName() + "." + member.name(),
                        "a version of type '" + member.genericType().getTypeName()
                                + "' cannot be counted; use an int or a long");
            }
            version = member;
        }
        return version;
    }

    private static Optional<EntitySchema> schema(
            Class<?> type, ClassLayout layout, Member id, @Nullable Member version, Problems problems) {
        EntitySchema.Builder builder = EntitySchema.named(nameOf(type));
        layout.fields()
                .forEach(field -> builder.field(
                        field.name().equals(id.name())
                                ? org.stowage.spi.value.Field.required(field.name(), field.type())
                                : field));
        builder.key(id.name());
        if (version != null) {
            builder.version(version.name());
        }
        IndexReader.read(layout, problems).forEach(builder::index);
        if (problems.any()) {
            return Optional.empty();
        }
        try {
            return Optional.of(builder.build());
        } catch (StoreException | IllegalArgumentException failure) {
            problems.add(type, String.valueOf(failure.getMessage()));
            return Optional.empty();
        }
    }

    private static List<String> former(NamedAnnotations annotations) {
        return annotations
                .element("FormerlyNamed", "value", String[].class)
                .map(List::of)
                .orElse(List.of());
    }

    /** Returns the class. */
    public Class<?> type() {
        return type;
    }

    /** Returns the name of the entity. */
    public String name() {
        return schema.name();
    }

    /** Returns the shape that it shall have in a store. */
    public EntitySchema schema() {
        return schema;
    }

    /** Returns the former names of the entity, the latest first. */
    public List<String> formerNames() {
        return formerNames;
    }

    /** Returns the former names of attributes by their present ones, the latest first. */
    public Map<String, List<String>> formerFields() {
        return formerFields;
    }

    /** Returns the class of the id, primitive ones boxed. */
    public Class<?> idType() {
        return id.codec().javaType();
    }

    /** Returns how ids are stored. */
    public ValueType idValueType() {
        return id.codec().type();
    }

    /** Returns whether ids are made for entities that have none. */
    public boolean generatedId() {
        return id.annotations().has("Generated") || id.annotations().has("GeneratedValue");
    }

    /** Returns whether the id is a whole number that is counted up, if it is generated. */
    public boolean countedId() {
        return id.codec().type().equals(ValueType.INT64);
    }

    /** Returns the names of the attributes. */
    public List<String> attributeNames() {
        return layout.members().stream().map(Member::name).collect(Collectors.toList());
    }

    /** Returns the attributes, each followed by those embedded in it. */
    List<Attribute> attributes() {
        return layout.attributes();
    }

    /** Returns the paths of the attributes and of all that is embedded in them. */
    List<String> attributePaths() {
        return attributes().stream().map(each -> each.path().toString()).toList();
    }

    ClassLayout layout() {
        return layout;
    }

    Member id() {
        return id;
    }

    @Nullable Member version() {
        return version;
    }
}
