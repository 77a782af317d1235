package org.stowage;

import java.lang.reflect.Constructor;
import java.lang.reflect.Modifier;
import java.time.Duration;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.stowage.ProviderTrial.Verdict;
import org.stowage.internal.guard.LimitedCall;
import org.stowage.internal.guard.OverdueException;
import org.stowage.spi.PersistenceProvider;

/**
 * Takes a candidate from its name to a provider that can be used, or to the reason why not. Whatever a provider's code throws on the
 * way rejects that provider alone.
 */
final class ProviderInspection {

    private final Findings findings;
    private final Duration limit;

    ProviderInspection(Findings findings, SearchRules rules) {
        this.findings = findings;
        this.limit = rules.limit();
    }

    /** Loads the class of a candidate and uses or rejects it. */
    void inspect(Candidate candidate, ClassLoader loader) {
        Class<?> type = load(candidate, loader);
        if (type != null) {
            inspect(candidate, type);
        }
    }

    /** Returns the class of a candidate, or null after having rejected it. */
    @Nullable Class<?> load(Candidate candidate, ClassLoader loader) {
        try {
            return Class.forName(candidate.className(), false, loader);
        } catch (Throwable thrown) {
            reject(candidate, thrown, Diagnosis.LOADING);
            return null;
        }
    }

    /** Makes an object of the class of a candidate and uses or rejects it. */
    void inspect(Candidate candidate, Class<?> type) {
        if (findings.has(type, candidate.className(), candidate.place())) {
            return;
        }
        Constructor<?> constructor = constructor(candidate, type);
        if (constructor != null) {
            inspect(candidate, type, () -> construct(constructor));
        }
    }

    /**
     * Takes a provider from whoever makes it and uses or rejects it.
     *
     * @param type the class of the provider, whose loader is the context of what it runs
     */
    void inspect(Candidate candidate, Class<?> type, Supplier<PersistenceProvider> source) {
        ProviderTrial trial = new ProviderTrial(candidate, type.getClassLoader(), source);
        LimitedCall<Verdict> call = new LimitedCall<>(trial, verdict -> {});
        String thread = "stowage-discovery " + candidate.className();
        try {
            switch (call.within(limit, Thread.currentThread().getThreadGroup(), thread)) {
                case ProviderTrial.Usable usable -> findings.use(usable.provider(), candidate.place());
                case ProviderTrial.Unusable unusable -> findings.reject(unusable.rejection());
            }
        } catch (OverdueException overdue) {
            findings.reject(candidate.rejected(
                    trial.step() + " has not returned after " + text(limit) + ", and its thread '" + thread
                            + "' was left behind",
                    "ask its author to do nothing slow before a store is opened, or remove it",
                    overdue));
        } catch (Throwable thrown) {
            reject(candidate, thrown, trial.step());
        }
    }

    private static String text(Duration limit) {
        return limit.toMillisPart() == 0 ? limit.toSeconds() + " s" : limit.toMillis() + " ms";
    }

    private @Nullable Constructor<?> constructor(Candidate candidate, Class<?> type) {
        if (!PersistenceProvider.class.isAssignableFrom(type)) {
            findings.reject(notAProvider(candidate, type));
            return null;
        }
        if (Modifier.isAbstract(type.getModifiers()) || !Modifier.isPublic(type.getModifiers())) {
            findings.reject(candidate.rejected(
                    "the class is not public, or abstract", "name a public class that can be made", null));
            return null;
        }
        try {
            return type.getConstructor();
        } catch (NoSuchMethodException e) {
            findings.reject(
                    candidate.rejected("the class has no public constructor without parameters", "give it one", e));
            return null;
        } catch (Throwable thrown) {
            reject(candidate, thrown, Diagnosis.LOADING);
            return null;
        }
    }

    private static RejectedProvider notAProvider(Candidate candidate, Class<?> type) {
        String service = PersistenceProvider.class.getName();
        boolean otherCopy = Stream.of(type.getInterfaces())
                .anyMatch(other -> other.getName().equals(service));
        return otherCopy
                ? candidate.rejected(
                        "the class implements another copy of " + service,
                        "leave org.stowage.spi out of what the provider is loaded with",
                        null)
                : candidate.rejected(
                        "the class does not implement " + service,
                        "name the class that does in the service file",
                        null);
    }

    private static PersistenceProvider construct(Constructor<?> constructor) {
        try {
            return (PersistenceProvider) constructor.newInstance();
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private void reject(Candidate candidate, Throwable thrown, String step) {
        findings.reject(candidate.rejected(Diagnosis.of(thrown, step, candidate)));
    }
}
