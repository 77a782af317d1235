package org.stowage;

import java.lang.reflect.Constructor;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.stowage.spi.EngineOptions;
import org.stowage.spi.PersistenceProvider;
import org.stowage.spi.ProviderInfo;
import org.stowage.spi.SpiVersions;
import org.stowage.spi.StoreOption;

/**
 * Takes a candidate from its name to a provider that can be used, or to the reason why not. Whatever a provider's code throws on the
 * way rejects that provider alone; only what the machine itself cannot go on after is let through.
 */
final class ProviderInspection {

    private final Findings findings;

    ProviderInspection(Findings findings) {
        this.findings = findings;
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
            reject(candidate, thrown, "the class");
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
            inspect(candidate, () -> construct(constructor));
        }
    }

    /** Takes a provider from whoever makes it and uses or rejects it. */
    void inspect(Candidate candidate, Supplier<PersistenceProvider> source) {
        PersistenceProvider provider;
        try {
            provider = source.get();
        } catch (Throwable thrown) {
            reject(candidate, thrown, "its constructor");
            return;
        }
        ProviderInfo info;
        try {
            info = provider.info();
        } catch (Throwable thrown) {
            reject(candidate, thrown, "its info()");
            return;
        }
        String fault = fault(info);
        if (fault != null) {
            findings.reject(candidate.rejected(fault, "ask its author to return a complete description", null));
        } else if (!info.spi().supports(SpiVersions.CURRENT)) {
            findings.reject(newer(candidate, info));
        } else if (optionsFit(candidate, provider)) {
            findings.use(
                    new RegisteredProvider(
                            provider,
                            info,
                            candidate.className(),
                            candidate.place().text(),
                            candidate.mechanism()),
                    candidate.place());
        }
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
            reject(candidate, thrown, "the class");
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

    // The description comes from somebody else's code, which no null check of ours was run on.
    @SuppressWarnings("ConstantValue")
    private static @Nullable String fault(@Nullable ProviderInfo info) {
        if (info == null) {
            return "its info() returns null";
        }
        List<@Nullable Object> parts = new ArrayList<>();
        parts.add(info.version());
        parts.add(info.description());
        parts.add(info.spi());
        parts.add(info.capabilities());
        return parts.contains(null) ? "its info() leaves out version, description, SPI versions or capabilities" : null;
    }

    private static RejectedProvider newer(Candidate candidate, ProviderInfo info) {
        return new RejectedProvider(
                candidate.place().text(),
                candidate.className(),
                info.name(),
                "it needs version " + info.spi() + " of the SPI, and this is version " + SpiVersions.CURRENT,
                "use a newer Stowage, or an older version of the provider",
                null);
    }

    private boolean optionsFit(Candidate candidate, PersistenceProvider provider) {
        try {
            Set<String> names = new HashSet<>();
            EngineOptions.all().forEach(option -> names.add(option.name()));
            for (StoreOption option : provider.options()) {
                if (!names.add(option.name())) {
                    findings.reject(candidate.rejected(
                            "it declares option '" + option.name() + "', which is there already",
                            "ask its author to declare it once, and none of those that every store has",
                            null));
                    return false;
                }
            }
            return true;
        } catch (Throwable thrown) {
            reject(candidate, thrown, "its options()");
            return false;
        }
    }

    private void reject(Candidate candidate, Throwable thrown, String step) {
        // A stack that overflows is the provider's own fault; the other errors of the machine are not to be held up.
        if (thrown instanceof VirtualMachineError error && !(thrown instanceof StackOverflowError)) {
            throw error;
        }
        findings.reject(candidate.rejected(Diagnosis.of(thrown, step, candidate)));
    }
}
