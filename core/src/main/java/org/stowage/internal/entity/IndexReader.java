package org.stowage.internal.entity;

import java.lang.annotation.Annotation;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.stowage.spi.error.NearestName;
import org.stowage.spi.schema.Index;

/** Reads which attributes of a class are unique or indexed, by its own annotations and by those of its table. */
final class IndexReader {

    private final ClassLayout layout;
    private final Problems problems;
    private final Map<List<String>, Index> found = new LinkedHashMap<>();

    private IndexReader(ClassLayout layout, Problems problems) {
        this.layout = layout;
        this.problems = problems;
    }

    /** Returns the indexes of a class; what is wrong with them goes to the problems. */
    static Collection<Index> read(ClassLayout layout, Problems problems) {
        IndexReader reader = new IndexReader(layout, problems);
        layout.members().forEach(reader::readMember);
        NamedAnnotations annotations = new NamedAnnotations(List.of(layout.type()));
        annotations.all("Unique").forEach(unique -> reader.readAttributes(unique, true));
        annotations.all("Index").forEach(index -> reader.readAttributes(index, false));
        annotations.all("Table").forEach(reader::readTable);
        return reader.found.values();
    }

    private void readMember(Member member) {
        NamedAnnotations annotations = member.annotations();
        boolean unique = annotations.has("Unique")
                || annotations.element("Column", "unique", Boolean.class).orElse(false);
        if (unique || annotations.has("Index")) {
            add(List.of(member.name()), unique);
        }
    }

    private void readAttributes(Annotation annotation, boolean unique) {
        List<String> names = texts(annotation, "value");
        String shown = "@" + annotation.annotationType().getSimpleName();
        if (names.isEmpty()) {
            problems.add(
                    layout.type(), shown + " on a class names the attributes, as in " + shown + "({\"a\", \"b\"})");
            return;
        }
        List<String> known = layout.members().stream().map(Member::name).toList();
        for (String name : names) {
            if (!known.contains(name)) {
                problems.add(
                        layout.type(),
                        shown + " names an unknown attribute '" + name + "'" + NearestName.hint(name, known));
                return;
            }
        }
        add(names, unique);
    }

    private void readTable(Annotation table) {
        for (Annotation constraint : annotations(table, "uniqueConstraints")) {
            readColumns("@UniqueConstraint", texts(constraint, "columnNames"), true);
        }
        for (Annotation index : annotations(table, "indexes")) {
            // Both directions of an index are one: it can be read from either end.
            List<String> columns = NamedAnnotations.value(index, "columnList") instanceof String list
                    ? Arrays.stream(list.split(",", -1))
                            .map(column -> column.strip().split("\\s+", 2)[0])
                            .toList()
                    : List.of();
            readColumns("@Index", columns, Boolean.TRUE.equals(NamedAnnotations.value(index, "unique")));
        }
    }

    private void readColumns(String shown, List<String> columns, boolean unique) {
        List<String> known = layout.members().stream().map(IndexReader::column).toList();
        List<Optional<Member>> members = columns.stream().map(this::member).toList();
        for (int i = 0; i < columns.size(); i++) {
            if (members.get(i).isEmpty()) {
                problems.add(
                        layout.type(),
                        shown + " of @Table names an unknown column '" + columns.get(i) + "'"
                                + NearestName.hint(columns.get(i), known));
                return;
            }
        }
        add(members.stream().flatMap(Optional::stream).map(Member::name).toList(), unique);
    }

    /** Returns the attribute of a column, whose name may be the attribute's; case counts only where names differ in it alone. */
    private Optional<Member> member(String column) {
        return Stream.<Predicate<Member>>of(
                        member -> column(member).equals(column),
                        member -> member.name().equals(column),
                        member -> column(member).equalsIgnoreCase(column))
                .flatMap(named -> layout.members().stream().filter(named))
                .findFirst();
    }

    private static String column(Member member) {
        NamedAnnotations annotations = member.annotations();
        return annotations
                .element("Column", "name", String.class)
                .filter(name -> !name.isEmpty())
                .or(() -> annotations.element("Column", "value", String.class).filter(name -> !name.isEmpty()))
                .orElse(member.name());
    }

    private void add(List<String> fields, boolean unique) {
        if (fields.isEmpty() || fields.stream().distinct().count() != fields.size()) {
            problems.add(layout.type(), "an index names each attribute once, and at least one: " + fields);
            return;
        }
        found.merge(fields, new Index(fields, unique), (before, now) -> before.unique() ? before : now);
    }

    private static List<String> texts(Annotation annotation, String element) {
        return NamedAnnotations.value(annotation, element) instanceof String[] given ? List.of(given) : List.of();
    }

    private static List<Annotation> annotations(Annotation annotation, String element) {
        return NamedAnnotations.value(annotation, element) instanceof Annotation[] given ? List.of(given) : List.of();
    }
}
