package org.stowage.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jooq.PlainSQL;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/**
 * The arrows of the design: {@code launcher -> core -> layers -> spi <- provider-*}.
 *
 * <p>A rule may find no class to judge while a module is empty. That every class is seen is therefore a test of its own,
 * and so is that the rules refuse what they are there to refuse.
 */
class ArchitectureTest {
    private static final String SPI = "org.stowage.spi";
    private static final String LAYERS = "org.stowage.layers";
    private static final String CORE = "org.stowage";
    private static final String SQLITE = "org.stowage.sqlite";
    static final Set<String> PROVIDERS = Set.of("org.stowage.memory", "org.stowage.jsonfile", SQLITE);

    /** Which of our own modules each module may know. */
    private static final Map<String, Set<String>> ARROWS = Map.ofEntries(
            Map.entry(SPI, Set.of()),
            Map.entry(LAYERS, Set.of(SPI)),
            Map.entry(CORE, Set.of(SPI, LAYERS)),
            Map.entry("org.stowage.memory", Set.of(SPI)),
            Map.entry("org.stowage.jsonfile", Set.of(SPI)),
            Map.entry(SQLITE, Set.of(SPI)),
            Map.entry("org.stowage.conformance", Set.of(SPI, CORE)),
            Map.entry("org.stowage.testing", Set.of(SPI, LAYERS, CORE)),
            Map.entry("org.stowage.launcher", Set.of(SPI, LAYERS, CORE)),
            Map.entry("org.stowage.processor", Set.of(SPI, CORE)),
            Map.entry("org.stowage.example.ordering", Set.of(SPI, CORE)));

    static final Set<String> MODULES = new TreeSet<>(ARROWS.keySet());

    static final Modules BUILT = Modules.onClassPath();

    @Test
    void everyModuleIsJudged() {
        assertThat(BUILT.names()).containsExactlyInAnyOrderElementsOf(MODULES);
    }

    @ParameterizedTest
    @FieldSource("MODULES")
    void everyClassIsJudged(String module) throws IOException {
        assertThat(BUILT.classNames(module)).isEqualTo(BUILT.classFiles(module));
    }

    @ParameterizedTest
    @FieldSource("MODULES")
    void aModuleKnowsOnlyWhatItsArrowsReach(String module) {
        mayKnow(module, ARROWS.get(module)).check(BUILT.classes());
    }

    @Test
    void theSpiNeedsTheJdkAlone() {
        mayUse(SPI).check(BUILT.classes());
    }

    @Test
    void coreNeedsLayersTheSpiAndJakartaDataAlone() {
        mayUse(CORE, "jakarta.data..").check(BUILT.classes());
    }

    @Test
    void theSqliteProviderWritesNoSqlByHand() {
        writesNoSqlByHand(BUILT.in(SQLITE)).check(BUILT.classes());
    }

    @Test
    void nobodyUsesTheDatesOfJdbc() {
        USES_NO_JDBC_DATES.check(BUILT.classes());
    }

    @ParameterizedTest
    @FieldSource("PROVIDERS")
    void aProviderExportsNothing(String module) {
        assertThat(BUILT.descriptor(module).exports()).isEmpty();
    }

    @ParameterizedTest
    @FieldSource("MODULES")
    void theClassPathFindsTheServicesThatTheModulePathFinds(String module) throws IOException {
        assertThat(BUILT.serviceFiles(module)).isEqualTo(BUILT.provided(module));
    }

    @ParameterizedTest
    @FieldSource("PROVIDERS")
    void everyImplementationOfAProviderIsAService(String module) {
        String service = SPI + ".PersistenceProvider";
        Set<String> implementations = BUILT.classes().stream()
                .filter(BUILT.in(module))
                .filter(type -> type.isAssignableTo(service))
                .filter(type -> !type.getModifiers().contains(JavaModifier.ABSTRACT))
                .map(JavaClass::getName)
                .collect(Collectors.toSet());
        assertThat(BUILT.provided(module).getOrDefault(service, Set.of())).isEqualTo(implementations);
    }

    @Test
    void anArrowThatIsNotThereIsRefused() {
        assertThat(mayKnow(CORE, Set.of()).evaluate(BUILT.classes()).hasViolation())
                .isTrue();
    }

    @Test
    void sqlWrittenByHandIsRefused() {
        ArchRule rule = writesNoSqlByHand(DescribedPredicate.alwaysTrue());
        assertThat(violates(rule, ConditionByHand.class)).isTrue();
        assertThat(violates(rule, FieldByHand.class)).isTrue();
        assertThat(violates(rule, FieldByName.class)).isFalse();
    }

    @Test
    void theDatesOfJdbcAreRefused() {
        assertThat(violates(USES_NO_JDBC_DATES, JdbcTimestamp.class)).isTrue();
    }

    private static boolean violates(ArchRule rule, Class<?> type) {
        return rule.evaluate(new ClassFileImporter().importClasses(type)).hasViolation();
    }

    private static ArchRule mayKnow(String module, Set<String> others) {
        Set<String> forbidden = new HashSet<>(MODULES);
        forbidden.remove(module);
        forbidden.removeAll(others);
        return noClasses()
                .that(are(BUILT.in(module)))
                .should()
                .dependOnClassesThat(BUILT.in(forbidden))
                .allowEmptyShould(true);
    }

    private static ArchRule mayUse(String module, String... libraries) {
        return classes()
                .that(are(BUILT.in(module)))
                .should()
                .onlyDependOnClassesThat(BUILT.in(MODULES)
                        .or(resideInAnyPackage("java..", "jdk..", "org.jspecify.annotations"))
                        .or(resideInAnyPackage(libraries)))
                .allowEmptyShould(true);
    }

    /** jOOQ marks every method that takes SQL as text: there, a value in the text is an injection. */
    private static ArchRule writesNoSqlByHand(DescribedPredicate<JavaClass> where) {
        return noClasses()
                .that(are(where))
                .should()
                .accessTargetWhere(JavaAccess.Predicates.target(DescribedPredicate.describe(
                        "takes SQL as text", (AccessTarget target) -> target.isAnnotatedWith(PlainSQL.class))))
                .allowEmptyShould(true);
    }

    /** They carry a default time zone, which would change answers between machines. */
    private static final ArchRule USES_NO_JDBC_DATES =
            noClasses().should().dependOnClassesThat().haveNameMatching("java\\.sql\\.(Date|Time|Timestamp)");

    static final class ConditionByHand {
        Object of(String text) {
            return DSL.condition(text);
        }
    }

    static final class FieldByHand {
        Object of(String text) {
            return DSL.field(text, String.class);
        }
    }

    static final class FieldByName {
        Object of(String name) {
            return DSL.field(DSL.name(name), String.class);
        }
    }

    static final class JdbcTimestamp {
        Object of(long millis) {
            return new java.sql.Timestamp(millis);
        }
    }
}
