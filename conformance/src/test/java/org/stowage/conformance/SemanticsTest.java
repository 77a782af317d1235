package org.stowage.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The document for users and the tests of the kit say the same: every rule has a test, and every test proves a rule. */
class SemanticsTest {

    private static final Path DOCUMENT = Path.of("..", "docs", "semantics.md");
    private static final Pattern ITEM = Pattern.compile("^- \\*\\*([0-9.]+) ([^*]+?)\\.?\\*\\*", Pattern.MULTILINE);
    private static final Pattern ROW =
            Pattern.compile("^\\| \\*\\*([0-9.]+)\\*\\* \\|([^|]*)\\|([^|]*)\\|([^|]*)\\|", Pattern.MULTILINE);

    @Test
    void theRulesOfTheKitAreThoseOfTheDocument() throws IOException {
        Map<String, String> ours = new TreeMap<>();
        Stream.of(Rule.values()).forEach(rule -> ours.put(rule.number(), rule.words()));

        assertThat(rulesOf(document())).isEqualTo(ours);
    }

    @Test
    void everyItemOfTheDocumentHasANumber() throws IOException {
        assertThat(document().lines().filter(line -> line.startsWith("- ")))
                .allMatch(line -> line.matches("- \\*\\*\\d+\\.\\d+ .*"), "begins with the number of a rule");
    }

    @Test
    void everyRuleHasATest() {
        Set<Rule> proved = EnumSet.noneOf(Rule.class);
        tests().forEach(test ->
                proved.addAll(Set.of(test.getAnnotation(Proves.class).value())));

        assertThat(proved).containsExactly(Rule.values());
    }

    @Test
    void everyTestOfTheKitProvesARule() {
        assertThat(tests()).allMatch(test -> test.isAnnotationPresent(Proves.class), "names the rules that it proves");
    }

    private static String document() throws IOException {
        // An item may go on in the next line.
        return Files.readString(DOCUMENT).replaceAll("\\n +", " ");
    }

    private static Map<String, String> rulesOf(String document) {
        Map<String, String> rules = new TreeMap<>();
        Matcher item = ITEM.matcher(document);
        while (item.find()) {
            rules.put(item.group(1), item.group(2));
        }
        Matcher row = ROW.matcher(document);
        while (row.find()) {
            rules.put(
                    row.group(1),
                    Stream.of(row.group(2), row.group(3), row.group(4))
                            .map(String::strip)
                            .filter(cell -> !cell.isEmpty())
                            .collect(Collectors.joining("; ")));
        }
        return rules;
    }

    /** Returns the tests that every provider must pass. */
    private static Stream<Method> tests() {
        Stream<Class<?>> topics = Stream.concat(
                Stream.of(ProviderConformance.class.getDeclaredClasses()).<Class<?>>map(Class::getSuperclass),
                Stream.of(CrashConformance.class));
        return topics.flatMap(topic -> Stream.of(topic.getDeclaredMethods()))
                .filter(method -> method.isAnnotationPresent(Test.class));
    }
}
