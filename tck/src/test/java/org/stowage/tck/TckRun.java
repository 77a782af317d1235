package org.stowage.tck;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.discovery.ClassNameFilter;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.engine.support.store.Namespace;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.TagFilter;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/**
 * One run of the standalone tests of the TCK, all but the one that compares the signatures of the specification's own classes.
 *
 * @param subject what they were run on
 * @param found how many there are
 * @param outcomes how they ended
 */
record TckRun(TckSubject subject, long found, List<TckOutcome> outcomes) {

    /** Held here because a logger that nobody holds forgets its level. */
    private static final Logger LOGGER = Logger.getLogger("ee.jakarta.tck");

    private static final LauncherDiscoveryRequest STANDALONE = LauncherDiscoveryRequestBuilder.request()
            .selectors(DiscoverySelectors.selectPackage("ee.jakarta.tck.data.standalone"))
            .filters(
                    TagFilter.includeTags("standalone"),
                    ClassNameFilter.excludeClassNamePatterns(".*\\.signature\\..*"))
            .configurationParameter("junit.jupiter.extensions.autodetection.enabled", "true")
            .build();

    static TckRun of(TckSubject subject) {
        LOGGER.setLevel(Level.WARNING);
        PrintStream before = System.out;
        // Two of the tests print the stack of an exception that they expect.
        System.setOut(new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8));
        try (LauncherSession session = LauncherFactory.openSession()) {
            session.getStore().put(Namespace.create(TckRun.class), TckSubject.class, subject);
            TestPlan plan = session.getLauncher().discover(STANDALONE);
            Listener listener = new Listener(subject.excuses());
            session.getLauncher().execute(plan, listener);
            return new TckRun(subject, plan.countTestIdentifiers(TestIdentifier::isTest), listener.outcomes);
        } finally {
            System.setOut(before);
        }
    }

    /** Returns the result in one line. */
    String summary() {
        return "Jakarta Data TCK on " + subject + ": passed "
                + outcomes.stream().filter(TckOutcome::passed).count() + " of " + found + ", excused "
                + outcomes.stream().filter(TckOutcome::excused).count();
    }

    private static final class Listener implements TestExecutionListener {

        private final Excuses excuses;
        private final List<TckOutcome> outcomes = new ArrayList<>();

        Listener(Excuses excuses) {
            this.excuses = excuses;
        }

        @Override
        public void executionFinished(TestIdentifier test, TestExecutionResult result) {
            // A class is here for what goes wrong before or after its tests.
            if (test.isTest() || result.getThrowable().isPresent()) {
                boolean finished = result.getStatus() != TestExecutionResult.Status.ABORTED;
                outcomes.add(new TckOutcome(name(test), finished, result.getThrowable(), excuses.taken()));
            }
        }

        @Override
        public void executionSkipped(TestIdentifier test, String reason) {
            outcomes.add(new TckOutcome(name(test) + " (" + reason + ")", false, Optional.empty(), excuses.taken()));
        }

        private static String name(TestIdentifier test) {
            return test.getUniqueIdObject().getSegments().stream()
                    .skip(1)
                    .map(segment -> segment.getValue().replaceFirst(".*\\.", ""))
                    .reduce((left, right) -> left + "." + right)
                    .orElse(test.getDisplayName());
        }
    }
}
