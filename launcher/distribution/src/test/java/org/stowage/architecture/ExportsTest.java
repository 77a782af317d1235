package org.stowage.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaType;
import java.io.File;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleDescriptor.Requires.Modifier;
import java.lang.module.ModuleFinder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/**
 * Whoever requires one of our modules can name every type that its signatures name, and needs no library that they do not: no
 * annotation obliges anybody to bring the library that it comes from.
 */
class ExportsTest {

    static final Set<String> MODULES = ArchitectureTest.MODULES;

    private static final Modules BUILT = ArchitectureTest.BUILT;

    private static final ModuleFinder FINDER = ModuleFinder.compose(
            ModuleFinder.ofSystem(),
            ModuleFinder.of(Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                    .map(Path::of)
                    .toArray(Path[]::new)));

    @ParameterizedTest
    @FieldSource("MODULES")
    void signaturesNameTypesThatTheirUsersCanNameToo(String module) {
        assertThat(hidden(module, packagesSeenWith(module))).isEmpty();
    }

    @ParameterizedTest
    @FieldSource("MODULES")
    void nobodyNeedsTheAnnotationsForNull(String module) {
        assertThat(BUILT.descriptor(module).requires())
                .filteredOn(requires -> requires.name().equals("org.jspecify"))
                .allSatisfy(requires -> assertThat(requires.modifiers()).containsExactly(Modifier.STATIC));
    }

    @Test
    void aTypeThatUsersCannotNameIsNoticed() {
        Set<String> own = packagesSeenWith("java.base");
        own.addAll(exported(BUILT.descriptor("org.stowage")));
        assertThat(hidden("org.stowage", own))
                .anySatisfy(found -> assertThat(found)
                        .contains("org.stowage.RegisteredProvider.provider")
                        .contains("org.stowage.spi.PersistenceProvider"));
    }

    /** Returns the places where an exported signature of a module names a type from elsewhere than the packages given. */
    private static Set<String> hidden(String module, Set<String> packages) {
        Set<String> exported = exported(BUILT.descriptor(module));
        Set<String> found = new TreeSet<>();
        for (JavaClass type : BUILT.classes()) {
            if (BUILT.in(module).test(type) && exported.contains(type.getPackageName()) && reachable(type)) {
                for (JavaType parent : parents(type)) {
                    note(type.getName(), parent.getAllInvolvedRawTypes(), packages, found);
                }
                type.getTypeParameters()
                        .forEach(each -> note(type.getName(), each.getAllInvolvedRawTypes(), packages, found));
                type.getMembers().stream()
                        .filter(ExportsTest::forOthers)
                        .forEach(each -> note(each.getFullName(), named(each), packages, found));
            }
        }
        return found;
    }

    private static List<JavaType> parents(JavaClass type) {
        List<JavaType> parents = new ArrayList<>(type.getInterfaces());
        type.getSuperclass().ifPresent(parents::add);
        return parents;
    }

    private static Set<JavaClass> named(JavaMember member) {
        Set<JavaClass> named = new HashSet<>(member.getAllInvolvedRawTypes());
        if (member instanceof JavaCodeUnit unit) {
            named.addAll(unit.getExceptionTypes());
        }
        return named;
    }

    private static void note(String place, Set<JavaClass> named, Set<String> packages, Set<String> found) {
        named.stream()
                .map(JavaClass::getBaseComponentType)
                .filter(type -> !type.isPrimitive())
                .filter(type -> !packages.contains(type.getPackageName()))
                .forEach(type -> found.add(place + " names " + type.getName()));
    }

    private static boolean reachable(JavaClass type) {
        return type.getModifiers().contains(JavaModifier.PUBLIC)
                && type.getEnclosingClass().map(ExportsTest::reachable).orElse(true);
    }

    private static boolean forOthers(JavaMember member) {
        return (member.getModifiers().contains(JavaModifier.PUBLIC)
                        || member.getModifiers().contains(JavaModifier.PROTECTED))
                && !member.getModifiers().contains(JavaModifier.SYNTHETIC);
    }

    /** Returns the packages that a module sees if it requires another one and nothing else. */
    private static Set<String> packagesSeenWith(String module) {
        Set<String> seen = exported(descriptor("java.base"));
        addExports(descriptor(module), seen, new HashSet<>());
        return seen;
    }

    private static void addExports(ModuleDescriptor module, Set<String> packages, Set<String> done) {
        if (done.add(module.name())) {
            packages.addAll(exported(module));
            module.requires().stream()
                    .filter(requires -> requires.modifiers().contains(Modifier.TRANSITIVE))
                    .forEach(requires -> addExports(descriptor(requires.name()), packages, done));
        }
    }

    private static Set<String> exported(ModuleDescriptor module) {
        Set<String> packages = new HashSet<>();
        module.exports().stream()
                .filter(exports -> !exports.isQualified())
                .forEach(exports -> packages.add(exports.source()));
        return packages;
    }

    private static ModuleDescriptor descriptor(String module) {
        return BUILT.names().contains(module)
                ? BUILT.descriptor(module)
                : FINDER.find(module).orElseThrow().descriptor();
    }
}
