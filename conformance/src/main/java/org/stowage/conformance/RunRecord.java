package org.stowage.conformance;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.TestExecutionResult.Status;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;
import org.stowage.certificate.OptOut;

/** Writes down what happens in a run. */
final class RunRecord implements TestExecutionListener {

    private static final int LONGEST_MESSAGE = 10_000;
    private static final int MOST_REMARKS = 30;
    private static final int LONGEST_REMARK = 200;

    private final RunHarness harness;
    private final OptOuts leftOut;
    private final Consumer<RunProgress> listener;
    private final long began = System.nanoTime();
    private final Map<String, TopicCount> topics = new LinkedHashMap<>();
    private final List<FailedTest> failures = new ArrayList<>();
    private final List<SkippedTest> skipped = new ArrayList<>();
    private final List<String> remarks = new ArrayList<>();
    private final Set<Rule> tried = EnumSet.noneOf(Rule.class);
    private final Set<Rule> untried = EnumSet.noneOf(Rule.class);
    private @Nullable KitOutput overheard;
    private @Nullable MethodSource current;
    private int all;
    private int done;

    RunRecord(RunHarness harness, OptOuts leftOut, Consumer<RunProgress> listener) {
        this.harness = harness;
        this.leftOut = leftOut;
        this.listener = listener;
    }

    void listenTo(KitOutput output) {
        overheard = output;
    }

    /** Runs tests. When memory is exhausted JUnit goes on no longer, and the provider is to be told of all the same. */
    void run(Runnable tests) {
        try {
            tests.run();
        } catch (OutOfMemoryError e) {
            MethodSource test = current;
            if (test == null) {
                throw e;
            }
            failed(test, e);
            remark("the run ended there, without the other tests");
        }
    }

    @Override
    public void testPlanExecutionStarted(TestPlan plan) {
        all = (int) plan.countTestIdentifiers(TestIdentifier::isTest);
    }

    @Override
    public void executionStarted(TestIdentifier identifier) {
        if (identifier.getSource().orElse(null) instanceof MethodSource method) {
            current = method;
        }
    }

    @Override
    public void executionSkipped(TestIdentifier identifier, String reason) {
        if (identifier.getSource().orElse(null) instanceof MethodSource method) {
            skipped(method, reason);
            over();
        }
    }

    @Override
    public void executionFinished(TestIdentifier identifier, TestExecutionResult result) {
        if (!(identifier.getSource().orElse(null) instanceof MethodSource method)) {
            // A topic, which has nothing of its own that could fail but how it is made.
            result.getThrowable()
                    .filter(thrown -> result.getStatus() == Status.FAILED)
                    .ifPresent(this::unmade);
            return;
        }
        Throwable thrown = result.getThrowable().orElse(null);
        switch (result.getStatus()) {
            case SUCCESSFUL -> {
                tried.addAll(rules(method));
                count(method, 1, 0, 0);
            }
            case ABORTED -> skipped(method, thrown == null ? "" : String.valueOf(thrown.getMessage()));
            case FAILED -> failed(method, thrown == null ? new AssertionError("it failed") : thrown);
        }
        listen(method);
        over();
    }

    private void over() {
        done++;
        current = null;
        listener.accept(new RunProgress(done, all, failures.size()));
    }

    private void skipped(MethodSource test, String reason) {
        untried.addAll(rules(test));
        skipped.add(new SkippedTest(topic(test), test.getMethodName(), reason));
        count(test, 0, 0, 1);
    }

    private void failed(MethodSource test, Throwable thrown) {
        if (caused(thrown, TimeoutException.class) != null) {
            harness.timedOut();
        }
        tried.addAll(rules(test));
        BrokenRuleError named = caused(thrown, BrokenRuleError.class);
        FailingCaseError failing = caused(thrown, FailingCaseError.class);
        List<Rule> rules = named == null ? rules(test) : named.rules();
        Throwable what = named == null || named.getCause() == null ? thrown : named.getCause();
        failures.add(new FailedTest(
                topic(test),
                test.getMethodName(),
                rules.stream().map(ContractRule::of).toList(),
                message(what, failing),
                failing == null ? null : failing.failure().source()));
        count(test, 0, 1, 0);
    }

    private void unmade(Throwable thrown) {
        remark("some tests could not be made: " + thrown);
        failures.add(
                new FailedTest("Kit", "isMade", List.of(ContractRule.of(Rule.CLAIMS)), message(thrown, null), null));
    }

    private static String message(Throwable thrown, @Nullable FailingCaseError failing) {
        String text = failing == null ? thrown.toString() : failing.failure().difference();
        return PlainText.lines(text.length() > LONGEST_MESSAGE ? text.substring(0, LONGEST_MESSAGE) + "…" : text);
    }

    private static <T extends Throwable> @Nullable T caused(Throwable thrown, Class<T> type) {
        return Stream.iterate(thrown, Objects::nonNull, Throwable::getCause)
                .limit(100)
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst()
                .orElse(null);
    }

    private void count(MethodSource test, int passed, int failed, int notRun) {
        topics.merge(
                topic(test),
                new TopicCount(topic(test), passed, failed, notRun),
                (before, now) -> new TopicCount(
                        before.topic(),
                        before.passed() + now.passed(),
                        before.failed() + now.failed(),
                        before.skipped() + now.skipped()));
    }

    private static String topic(MethodSource test) {
        String name = test.getClassName();
        return name.substring(Math.max(name.lastIndexOf('.'), name.lastIndexOf('$')) + 1);
    }

    private static List<Rule> rules(MethodSource test) {
        Proves proves = test.getJavaMethod().getAnnotation(Proves.class);
        return proves == null ? List.of() : List.of(proves.value());
    }

    private void listen(MethodSource test) {
        String printed = overheard == null ? "" : overheard.taken();
        if (!printed.isBlank()) {
            String line = PlainText.line(printed.strip());
            remark("in " + topic(test) + "." + test.getMethodName()
                    + " something other than the kit printed to standard output: '"
                    + (line.length() > LONGEST_REMARK ? line.substring(0, LONGEST_REMARK) + "…" : line) + "'");
        }
    }

    private void remark(String sentence) {
        if (remarks.size() < MOST_REMARKS) {
            remarks.add(sentence);
        }
    }

    ConformanceResult result(Level level, long seed, List<OptOut> optOuts) {
        untried.removeAll(tried);
        untried.removeIf(leftOut::contain);
        if (!untried.isEmpty()) {
            remarks.add("went untested, as each test of them was skipped: rules "
                    + untried.stream().map(Rule::number).collect(Collectors.joining(", ")));
        }
        if (harness.givenUp()) {
            remarks.add(RunHarness.GIVEN_UP);
        }
        return new ConformanceResult(
                harness.provider().info(),
                level,
                seed,
                Duration.ofNanos(System.nanoTime() - began),
                topics.values().stream()
                        .sorted(Comparator.comparing(TopicCount::topic))
                        .toList(),
                failures,
                skipped,
                optOuts,
                remarks);
    }
}
