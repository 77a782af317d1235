package org.stowage.conformance;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectNestedClass;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;

/** A process that runs the tests whose answers could hang on the default locale or time zone. */
public final class SensitiveTests {

    private static final List<Class<?>> PROVIDERS =
            List.of(MemoryConformanceTest.class, JsonFileConformanceTest.class, SqliteConformanceTest.class);

    private static final List<Class<?>> TOPICS = List.of(
            ProviderConformance.Values.class,
            ProviderConformance.Conditions.class,
            ProviderConformance.OrderAndPages.class,
            ProviderConformance.Writes.class);

    private SensitiveTests() {}

    /** Runs them, and requires that the defaults are those of the arguments: a locale and a zone. */
    public static void main(String[] arguments) {
        Locale wanted = Locale.forLanguageTag(arguments[0]);
        if (!Locale.getDefault().equals(wanted) || !ZoneId.systemDefault().equals(ZoneId.of(arguments[1]))) {
            System.err.println("the defaults are " + Locale.getDefault() + " and " + ZoneId.systemDefault());
            System.exit(2);
        }
        List<DiscoverySelector> selectors = new ArrayList<>();
        for (Class<?> provider : PROVIDERS) {
            TOPICS.forEach(topic -> selectors.add(selectNestedClass(List.of(provider), topic)));
        }
        LauncherDiscoveryRequest request =
                LauncherDiscoveryRequestBuilder.request().selectors(selectors).build();
        SummaryGeneratingListener summary = new SummaryGeneratingListener();
        LauncherFactory.create().execute(request, summary);
        PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        summary.getSummary().printFailuresTo(out);
        long run = summary.getSummary().getTestsSucceededCount();
        out.printf(
                Locale.ROOT,
                "%s, %s: %d tests passed, %d failed%n",
                arguments[0],
                arguments[1],
                run,
                summary.getSummary().getTotalFailureCount());
        System.exit(run > 0 && summary.getSummary().getTotalFailureCount() == 0 ? 0 : 1);
    }
}
