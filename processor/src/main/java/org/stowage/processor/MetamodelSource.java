package org.stowage.processor;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.stowage.internal.entity.Attribute;
import org.stowage.spi.value.ValueType;

/**
 * The source of a static metamodel, after the conventions of the Jakarta Data specification.
 *
 * @param packageName the package, empty if it has no name
 * @param name its simple name
 * @param entity the entity as its package names it
 * @param published whether others than its package see it
 * @param annotations more annotations for it
 * @param attributes the attributes, those embedded in others included
 */
record MetamodelSource(
        String packageName,
        String name,
        String entity,
        boolean published,
        List<String> annotations,
        List<Attribute> attributes) {

    private static final String METAMODEL = "jakarta.data.metamodel.";

    String text() {
        List<String> lines = new ArrayList<>();
        if (!packageName.isEmpty()) {
            lines.add("package " + packageName + ";");
            lines.add("");
        }
        lines.add("/** The attributes of {@link " + entity + "}, by which it is sorted and asked for. */");
        lines.add("@" + METAMODEL + "StaticMetamodel(" + entity + ".class)");
        lines.addAll(annotations);
        lines.add((published ? "public " : "") + "interface " + name + " {");
        lines.addAll(fields());
        lines.add("}");
        return lines.stream().collect(Collectors.joining("\n", "", "\n"));
    }

    private List<String> fields() {
        List<String> lines = new ArrayList<>();
        // The attributes first: where one is spelt as the constant of another, it keeps the name.
        Set<String> taken = new HashSet<>();
        List<Attribute> kept = attributes.stream()
                .filter(attribute -> taken.add(fieldName(attribute)))
                .toList();
        for (Attribute attribute : kept) {
            String path = attribute.path().toString();
            String constant = fieldName(attribute).toUpperCase(Locale.ROOT);
            boolean named = taken.add(constant);
            lines.add("");
            if (named) {
                lines.add("    /** The name of {@link #" + fieldName(attribute) + "}. */");
                lines.add("    String " + constant + " = \"" + path + "\";");
                lines.add("");
            }
            String type = METAMODEL + kind(attribute);
            String value = "new " + METAMODEL + "impl." + kind(attribute) + "Record<>("
                    + (named ? constant : "\"" + path + "\"") + ")";
            lines.add("    /** The attribute {@code " + path + "}. */");
            lines.add("    " + type + "<" + entity + "> " + fieldName(attribute) + " = " + value + ";");
        }
        return lines;
    }

    private static String fieldName(Attribute attribute) {
        return attribute.path().toString().replace('.', '_');
    }

    private static String kind(Attribute attribute) {
        ValueType type = attribute.path().type();
        if (type.equals(ValueType.TEXT)) {
            return "TextAttribute";
        }
        return type.ordered() ? "SortableAttribute" : "Attribute";
    }
}
