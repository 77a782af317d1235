package org.stowage.compatibility;

import static java.util.stream.Collectors.toCollection;

import japicmp.cmp.JApiCmpArchive;
import japicmp.cmp.JarArchiveComparator;
import japicmp.cmp.JarArchiveComparatorOptions;
import japicmp.filter.ClassFilter;
import japicmp.model.AccessModifier;
import japicmp.model.JApiBehavior;
import japicmp.model.JApiClass;
import japicmp.model.JApiCompatibility;
import japicmp.model.JApiField;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What of the exported packages of a module no longer fits those who were compiled against it, or whose sources use it. */
final class ApiBreaks {

    private ApiBreaks() {}

    /**
     * Returns the breaks, a line each, such as {@code org.stowage.spi.Store#close(): METHOD_REMOVED}.
     *
     * @param before the JAR as it was released
     * @param after the JAR as it is now
     */
    static Set<String> between(Path before, Path after) {
        Set<String> exported = exported(before);
        JarArchiveComparatorOptions options = new JarArchiveComparatorOptions();
        options.setAccessModifier(AccessModifier.PROTECTED);
        // What they inherit from other libraries is not ours to promise.
        options.getIgnoreMissingClasses().setIgnoreAllMissingClasses(true);
        ClassFilter filter = type -> exported.contains(String.valueOf(type.getPackageName()));
        options.getFilters().getIncludes().add(filter);
        return new JarArchiveComparator(options)
                .compare(archive(before), archive(after)).stream()
                        .flatMap(ApiBreaks::of)
                        .collect(toCollection(TreeSet::new));
    }

    private static JApiCmpArchive archive(Path jar) {
        return new JApiCmpArchive(jar.toFile(), jar.getFileName().toString());
    }

    /** To everybody: what is exported to a friend is promised to nobody. */
    private static Set<String> exported(Path jar) {
        return ModuleFinder.of(jar).findAll().stream()
                .flatMap(module -> module.descriptor().exports().stream())
                .filter(exports -> !exports.isQualified())
                .map(ModuleDescriptor.Exports::source)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Stream<String> of(JApiClass type) {
        String name = type.getFullyQualifiedName();
        return Stream.of(
                        lines(name, type),
                        lines(name, type.getSuperclass()),
                        type.getInterfaces().stream().flatMap(each -> lines(name, each)),
                        type.getConstructors().stream().flatMap(each -> lines(name + "#" + signature(each), each)),
                        type.getMethods().stream().flatMap(each -> lines(name + "#" + signature(each), each)),
                        type.getFields().stream().flatMap(each -> lines(name + "#" + field(each), each)))
                .flatMap(lines -> lines);
    }

    private static Stream<String> lines(String member, JApiCompatibility change) {
        return change.getCompatibilityChanges().stream()
                .filter(each -> !each.isBinaryCompatible() || !each.isSourceCompatible())
                .map(each -> member + ": " + each.getType());
    }

    private static String signature(JApiBehavior behavior) {
        List<String> parameters = behavior.getParameters().stream()
                .map(parameter -> parameter.getType())
                .toList();
        return behavior.getName() + parameters.stream().collect(Collectors.joining(", ", "(", ")"));
    }

    private static String field(JApiField field) {
        return field.getName();
    }
}
