package org.stowage;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.stowage.spi.EngineOptions;
import org.stowage.spi.PersistenceProvider;
import org.stowage.spi.ProviderInfo;
import org.stowage.spi.SpiVersions;
import org.stowage.spi.StoreOption;

/**
 * Makes a candidate and asks it who it is. All of a provider's code that discovery runs runs here, in a thread that may be given up; so
 * nothing is noted here that somebody else would see.
 */
final class ProviderTrial implements Callable<ProviderTrial.Verdict> {

    /** What becomes of a candidate. */
    sealed interface Verdict {}

    record Usable(RegisteredProvider provider) implements Verdict {}

    record Unusable(RejectedProvider rejection) implements Verdict {}

    private final Candidate candidate;
    private final @Nullable ClassLoader context;
    private final Supplier<PersistenceProvider> source;
    private volatile String step = "its constructor";

    /**
     * Creates the trial, for one call.
     *
     * @param context through which the provider's libraries look for their parts
     * @param source makes the provider
     */
    ProviderTrial(Candidate candidate, @Nullable ClassLoader context, Supplier<PersistenceProvider> source) {
        this.candidate = candidate;
        this.context = context;
        this.source = source;
    }

    /** Returns what was last begun, as in {@code its constructor}. */
    String step() {
        return step;
    }

    @Override
    public Verdict call() {
        Thread.currentThread().setContextClassLoader(context);
        PersistenceProvider provider = source.get();
        step = "its info()";
        ProviderInfo info = provider.info();
        String fault = fault(info);
        if (fault != null) {
            return new Unusable(candidate.rejected(fault, "ask its author to return a complete description", null));
        }
        if (!info.spi().supports(SpiVersions.CURRENT)) {
            return new Unusable(newer(info));
        }
        step = "its options()";
        String twice = optionGivenTwice(provider.options());
        if (twice != null) {
            return new Unusable(candidate.rejected(
                    "it declares option '" + twice + "', which is there already",
                    "ask its author to declare it once, and none of those that every store has",
                    null));
        }
        return new Usable(new RegisteredProvider(
                provider, info, candidate.className(), candidate.place().text(), candidate.mechanism()));
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

    private RejectedProvider newer(ProviderInfo info) {
        return new RejectedProvider(
                candidate.place().text(),
                candidate.className(),
                info.name(),
                "it needs version " + info.spi() + " of the SPI, and this is version " + SpiVersions.CURRENT,
                "use a newer Stowage, or an older version of the provider",
                null);
    }

    private static @Nullable String optionGivenTwice(List<StoreOption> options) {
        Set<String> names = new HashSet<>();
        EngineOptions.all().forEach(option -> names.add(option.name()));
        for (StoreOption option : options) {
            if (!names.add(option.name())) {
                return option.name();
            }
        }
        return null;
    }
}
