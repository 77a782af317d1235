package org.stowage.conformance;

import java.lang.reflect.Method;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;

/** Puts the rules that a test proves into its name and, when it fails, into its message. */
final class RuleReport extends DisplayNameGenerator.Standard implements TestExecutionExceptionHandler {

    @Override
    public void handleTestExecutionException(ExtensionContext context, Throwable thrown) throws Throwable {
        throw BrokenRuleError.naming(rulesOf(context.getRequiredTestMethod()), thrown);
    }

    @Override
    public String generateDisplayNameForMethod(List<Class<?>> enclosing, Class<?> type, Method method) {
        String numbers = rulesOf(method).stream().map(Rule::number).collect(Collectors.joining(", "));
        return method.getName() + (numbers.isEmpty() ? "" : " [" + numbers + "]");
    }

    private static List<Rule> rulesOf(Method method) {
        return Stream.ofNullable(method.getAnnotation(Proves.class))
                .flatMap(proves -> Stream.of(proves.value()))
                .toList();
    }
}
