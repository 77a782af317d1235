package org.stowage.conformance;

import java.io.IOException;
import java.lang.reflect.Method;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestWatcher;
import org.stowage.certificate.Certificate;
import org.stowage.certificate.CertificateWriter;
import org.stowage.certificate.ClassDigest;
import org.stowage.certificate.KitVersion;
import org.stowage.certificate.OptOut;
import org.stowage.spi.Capabilities;
import org.stowage.spi.PersistenceProvider;
import org.stowage.spi.ProviderInfo;
import org.stowage.spi.SpiVersions;

/** Writes the certificate in a build that asks for it with a system property, once all tests of the kit have passed. */
final class Certifying implements TestWatcher, AfterAllCallback {

    static final String PROPERTY = "stowage.certificate";

    private static final ExtensionContext.Namespace OURS = ExtensionContext.Namespace.create(Certifying.class);

    /** What has come of the tests of one class. */
    private static final class Counts {
        private final AtomicInteger passed = new AtomicInteger();
        private final AtomicInteger failed = new AtomicInteger();
        private final AtomicInteger skipped = new AtomicInteger();
        private volatile @Nullable ProviderHarness harness;

        private int all() {
            return passed.get() + failed.get() + skipped.get();
        }
    }

    @Override
    public void testSuccessful(ExtensionContext context) {
        counts(context).passed.incrementAndGet();
    }

    @Override
    public void testFailed(ExtensionContext context, @Nullable Throwable cause) {
        counts(context).failed.incrementAndGet();
    }

    @Override
    public void testAborted(ExtensionContext context, @Nullable Throwable cause) {
        counts(context).skipped.incrementAndGet();
    }

    @Override
    public void testDisabled(ExtensionContext context, Optional<String> reason) {
        counts(context).skipped.incrementAndGet();
    }

    private static Counts counts(ExtensionContext context) {
        // A topic is declared in ProviderConformance, so its class says nothing about who extends that.
        ExtensionContext topmost = context;
        while (topmost.getParent()
                .filter(parent -> parent.getTestClass().isPresent())
                .isPresent()) {
            topmost = topmost.getParent().orElseThrow();
        }
        Counts counts = topmost.getRoot()
                .getStore(OURS)
                .getOrComputeIfAbsent(topmost.getUniqueId(), id -> new Counts(), Counts.class);
        context.getTestInstance()
                .filter(KitTest.class::isInstance)
                .ifPresent(test -> counts.harness = ((KitTest) test).harness());
        return counts;
    }

    @Override
    public void afterAll(ExtensionContext context) throws IOException {
        String wanted = System.getProperty(PROPERTY);
        boolean topmost =
                context.getParent().flatMap(ExtensionContext::getTestClass).isEmpty();
        if (wanted == null || !topmost) {
            return;
        }
        Counts counts = counts(context);
        ProviderHarness harness = counts.harness;
        if (counts.failed.get() > 0 || harness instanceof RunHarness) {
            return; // JUnit says what failed; and whoever runs the kit by himself certifies by himself.
        }
        if (harness == null || counts.all() < tests()) {
            throw new IllegalStateException("no certificate is written into '" + wanted + "', because only "
                    + counts.all() + " of " + tests() + " tests were run; run all of the class");
        }
        certify(Path.of(wanted), harness, counts);
    }

    private static int tests() {
        return (int) Stream.of(ProviderConformance.class.getDeclaredClasses())
                .flatMap(topic -> Stream.of(topic.getSuperclass().getDeclaredMethods()))
                .filter((Method method) -> method.isAnnotationPresent(Test.class))
                .count();
    }

    private static void certify(Path place, ProviderHarness harness, Counts counts) throws IOException {
        PersistenceProvider provider = harness.provider();
        requireLoadedFrom(place, provider);
        int passed = counts.passed.get();
        int skipped = counts.skipped.get();
        if (provider.info().capabilities().durability() != Capabilities.Durability.NONE) {
            ConformanceResult crashes = ConformanceRun.of(harness).crashes().requirePassed();
            passed += crashes.passedCount();
            skipped += crashes.skipped().size();
        }
        CertificateWriter.write(
                place, certificate(provider.info(), Seeds.OF_PROCESS, passed, skipped, harness.optOuts(), place));
    }

    /** Returns what a run of the whole kit in this process says of the classes in a place. */
    static Certificate certificate(
            ProviderInfo provider, long seed, int passed, int skipped, List<OptOut> optOuts, Path place)
            throws IOException {
        return new Certificate(
                provider.name(),
                provider.version(),
                KitVersion.current(),
                SpiVersions.CURRENT,
                Certificate.FULL,
                seed,
                passed,
                skipped,
                TrialSize.fewer(),
                optOuts,
                ClassDigest.of(place));
    }

    private static void requireLoadedFrom(Path place, PersistenceProvider provider) throws IOException {
        Path loaded;
        try {
            loaded = Path.of(provider.getClass()
                            .getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .toRealPath();
        } catch (URISyntaxException e) {
            throw new IOException(e);
        }
        if (!loaded.equals(place.toRealPath())) {
            throw new IllegalStateException("no certificate is written into '" + place + "', because the provider '"
                    + provider.info().name() + "' that was tested comes from '" + loaded + "'; name that");
        }
    }
}
