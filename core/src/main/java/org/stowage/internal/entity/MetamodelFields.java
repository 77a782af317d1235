package org.stowage.internal.entity;

import jakarta.data.metamodel.SortableAttribute;
import jakarta.data.metamodel.TextAttribute;
import jakarta.data.metamodel.impl.AttributeRecord;
import jakarta.data.metamodel.impl.SortableAttributeRecord;
import jakarta.data.metamodel.impl.TextAttributeRecord;
import jakarta.data.repository.By;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.stowage.spi.error.NearestName;
import org.stowage.spi.value.ValueType;

/** The fields of one class that is a static metamodel. */
final class MetamodelFields {

    private static final List<Class<?>> KINDS =
            List.of(jakarta.data.metamodel.Attribute.class, SortableAttribute.class, TextAttribute.class);

    private final Class<?> metamodel;
    private final EntityModel model;
    private final Problems problems;

    private MetamodelFields(Class<?> metamodel, EntityModel model, Problems problems) {
        this.metamodel = metamodel;
        this.model = model;
        this.problems = problems;
    }

    /** Gives the fields that have no value the one that their names mean. */
    static void initialize(Class<?> metamodel, EntityModel model, Problems problems) {
        MetamodelFields fields = new MetamodelFields(metamodel, model, problems);
        Arrays.stream(metamodel.getDeclaredFields())
                .filter(field -> KINDS.contains(field.getType())
                        && Modifier.isStatic(field.getModifiers())
                        && Modifier.isPublic(field.getModifiers()))
                .forEach(fields::initialize);
    }

    private void initialize(Field field) {
        try {
            if (!field.trySetAccessible()) {
                wrong(field, ClosedPackage.problem(field.getDeclaringClass()));
            } else if (field.get(null) instanceof jakarta.data.metamodel.Attribute<?> given) {
                checkGiven(field, given);
            } else if (Modifier.isFinal(field.getModifiers())) {
                wrong(field, "it is final and null; leave out 'final', or give it a value");
            } else {
                fill(field);
            }
        } catch (IllegalAccessException failure) {
            throw new IllegalStateException("an accessible field is not", failure);
        }
    }

    private void checkGiven(Field field, jakarta.data.metamodel.Attribute<?> given) {
        List<String> paths = model.attributePaths();
        String name = given.name();
        boolean known = name.equals(By.ID)
                || paths.stream()
                        .anyMatch(path -> path.equals(name) || fieldName(path).equals(name));
        if (!known) {
            wrong(field, unknown(name, paths));
        }
    }

    private void fill(Field field) throws IllegalAccessException {
        Attribute attribute = attribute(field.getName()).orElse(null);
        if (attribute == null) {
            wrong(
                    field,
                    unknown(
                            field.getName(),
                            model.attributePaths().stream()
                                    .map(MetamodelFields::fieldName)
                                    .toList()));
            return;
        }
        String expected = expectedInstead(field.getType(), attribute.path().type());
        if (expected != null) {
            wrong(
                    field,
                    "it is a " + field.getType().getSimpleName() + ", and attribute '" + attribute.path() + "' is "
                            + attribute.genericType().getTypeName() + "; make it " + expected);
            return;
        }
        field.set(null, value(field.getType(), attribute.path().toString()));
    }

    /** Returns the attribute that a field is named after: case does not matter, and {@code _} stands for the dot of a path. */
    private Optional<Attribute> attribute(String fieldName) {
        List<Attribute> named = model.attributes().stream()
                .filter(each -> fieldName(each.path().toString()).equalsIgnoreCase(fieldName))
                .toList();
        return named.stream()
                .filter(each -> fieldName(each.path().toString()).equals(fieldName))
                .findFirst()
                .or(() -> named.size() == 1 ? Optional.of(named.get(0)) : Optional.empty());
    }

    private static String fieldName(String path) {
        return path.replace('.', '_');
    }

    private static @Nullable String expectedInstead(Class<?> kind, ValueType type) {
        if (kind == TextAttribute.class && !type.equals(ValueType.TEXT)) {
            return type.ordered() ? "a SortableAttribute" : "an Attribute";
        }
        return kind == SortableAttribute.class && !type.ordered() ? "an Attribute" : null;
    }

    private static Object value(Class<?> kind, String path) {
        if (kind == TextAttribute.class) {
            return new TextAttributeRecord<>(path);
        }
        return kind == SortableAttribute.class ? new SortableAttributeRecord<>(path) : new AttributeRecord<>(path);
    }

    private String unknown(String name, List<String> known) {
        return "entity '" + model.name() + "' has no attribute '" + name + "'" + NearestName.hint(name, known);
    }

    private void wrong(Field field, String problem) {
        problems.add(field, metamodel.getSimpleName() + "." + field.getName(), problem);
    }
}
