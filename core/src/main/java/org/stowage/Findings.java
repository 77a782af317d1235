package org.stowage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLClassLoader;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the searches of one registry find. Filled by one thread, read by many. */
final class Findings {

    /**
     * A provider that can be used.
     *
     * @param place where it was found
     */
    record Usable(RegisteredProvider provider, Place place) {}

    private final List<Usable> usable = new ArrayList<>();
    private final List<RejectedProvider> rejected = new ArrayList<>();
    private final Set<String> notes = new LinkedHashSet<>();
    private final Set<String> places = new LinkedHashSet<>();
    private final List<URLClassLoader> loaders = new ArrayList<>();
    private boolean certificatesRequired;

    List<RegisteredProvider> usable() {
        return usable.stream()
                .map(Usable::provider)
                .sorted(Comparator.comparing(RegisteredProvider::name))
                .toList();
    }

    List<RejectedProvider> rejected() {
        return List.copyOf(rejected);
    }

    List<String> notes() {
        return List.copyOf(notes);
    }

    List<String> places() {
        return List.copyOf(places);
    }

    /** From now on uses what is certified, and rejects what is not. */
    void requireCertificates() {
        certificatesRequired = true;
    }

    void use(RegisteredProvider provider, Place place) {
        if (certificatesRequired && !provider.certificate().certified()) {
            reject(uncertified(provider));
        } else {
            usable.add(new Usable(provider, place));
        }
    }

    private static RejectedProvider uncertified(RegisteredProvider provider) {
        return new RejectedProvider(
                provider.place(),
                provider.className(),
                provider.name(),
                provider.certificate() + ", and only what is certified is to be used",
                "certify it with 'stowage conform --provider " + provider.name() + " --certify'",
                null);
    }

    List<Usable> found() {
        return List.copyOf(usable);
    }

    void remove(Usable found) {
        usable.remove(found);
    }

    /** Rejects something, unless that was said already: the same file may be met through several loaders. */
    void reject(RejectedProvider rejection) {
        if (rejected.stream().noneMatch(before -> before.toString().equals(rejection.toString()))) {
            rejected.add(rejection);
        }
    }

    /** Returns whether a class of a place was rejected. */
    boolean hasRejected(String className, Place place) {
        return rejected.stream()
                .anyMatch(before ->
                        className.equals(before.className()) && place.text().equals(before.place()));
    }

    void note(String sentence) {
        notes.add(sentence);
    }

    void lookedIn(String place) {
        places.add(place);
    }

    /** Keeps a loader open until the registry is closed. */
    void keep(URLClassLoader loader) {
        loaders.add(loader);
    }

    /** Returns whether a class was found before: the very class, or one of that name in the same place. */
    boolean has(@Nullable Class<?> type, String className, Place place) {
        return usable.stream()
                .anyMatch(found -> found.provider().provider().getClass() == type
                        || (found.provider().className().equals(className)
                                && found.place().identity().equals(place.identity())));
    }

    void closeLoaders() {
        @Nullable UncheckedIOException failure = null;
        for (URLClassLoader loader : loaders) {
            try {
                loader.close();
            } catch (IOException e) {
                UncheckedIOException unclosed = new UncheckedIOException("a provider's JAR could not be closed", e);
                if (failure == null) {
                    failure = unclosed;
                } else {
                    failure.addSuppressed(unclosed);
                }
            }
        }
        if (failure != null) {
            throw failure;
        }
    }
}
