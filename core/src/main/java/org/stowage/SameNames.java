package org.stowage;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.stowage.Findings.Usable;

/**
 * Decides which provider counts if several have one name: the one that somebody prefers. If nobody does, none counts, because whoever
 * chose silently would choose wrongly half of the time.
 */
final class SameNames {

    private final Findings findings;
    private final Map<String, String> preferred;

    SameNames(Findings findings, SearchRules rules) {
        this.findings = findings;
        this.preferred = rules.preferred();
    }

    void decide() {
        Map<String, List<Usable>> byName = findings.found().stream()
                .collect(Collectors.groupingBy(found -> found.provider().name()));
        Set<String> names = new TreeSet<>(byName.keySet());
        names.addAll(preferred.keySet());
        for (String name : names) {
            List<Usable> same = byName.getOrDefault(name, List.of());
            String place = preferred.get(name);
            if (place != null) {
                prefer(name, place, same);
            } else if (same.size() > 1) {
                rejectAll(same);
            }
        }
    }

    private void prefer(String name, String place, List<Usable> same) {
        List<Usable> meant =
                same.stream().filter(found -> isMeant(found, place)).toList();
        List<Usable> others = new ArrayList<>(same);
        others.removeAll(meant);
        if (meant.isEmpty()) {
            findings.reject(new RejectedProvider(
                    place,
                    null,
                    name,
                    "no usable provider '" + name + "' is there, although that one is preferred",
                    "name the place or the class of one that is there, or prefer none",
                    null));
            others.forEach(other -> reject(other, "the one of '" + place + "' is preferred to it", "prefer this one"));
            return;
        }
        for (Usable other : others) {
            findings.remove(other);
            findings.note(
                    describe(other) + " was passed over, because '" + place + "' is preferred for '" + name + "'");
        }
        if (meant.size() > 1) {
            rejectAll(meant);
        }
    }

    /** Returns whether a place names where a provider is from, the whole unit or a folder that it is in, or its class. */
    private static boolean isMeant(Usable found, String place) {
        if (found.provider().className().equals(place) || found.place().text().equals(place)) {
            return true;
        }
        try {
            String identity = Place.of(Path.of(place)).identity();
            return Path.of(found.place().identity()).startsWith(identity);
        } catch (InvalidPathException e) {
            return false;
        }
    }

    private void rejectAll(List<Usable> same) {
        String all = same.stream().map(SameNames::describe).collect(Collectors.joining(" and "));
        String name = same.get(0).provider().name();
        boolean apart =
                same.stream().map(found -> found.place().identity()).distinct().count() == same.size();
        for (Usable found : same) {
            String choice = apart ? found.place().text() : found.provider().className();
            reject(
                    found,
                    "the name '" + name + "' is taken more than once, by " + all,
                    "leave only one of them there, or choose this one by --prefer " + name + "=" + choice
                            + ", by 'prefer." + name + "' in a configuration, or in a program by prefer(\"" + name
                            + "\", …)");
        }
    }

    private void reject(Usable found, String reason, String remedy) {
        RegisteredProvider provider = found.provider();
        findings.remove(found);
        findings.reject(
                new RejectedProvider(provider.place(), provider.className(), provider.name(), reason, remedy, null));
    }

    private static String describe(Usable found) {
        return found.provider().className() + " in " + found.provider().place();
    }
}
