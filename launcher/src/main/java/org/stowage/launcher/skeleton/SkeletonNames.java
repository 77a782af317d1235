package org.stowage.launcher.skeleton;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.stowage.launcher.UsageException;
import org.stowage.spi.ProviderInfo;

/**
 * What a new provider, its classes and its package are called.
 *
 * @param provider as people name it, such as {@code key-value}
 * @param type the beginning of the names of its classes, {@code KeyValue}
 * @param packageName its package and module, {@code org.example.keyvalue}
 */
public record SkeletonNames(String provider, String type, String packageName) {

    private static final Set<String> KEYWORDS = Set.of("""
            abstract assert boolean break byte case catch char class const continue default do double else enum extends false \
            final finally float for goto if implements import instanceof int interface long native new null package private \
            protected public return short static strictfp super switch synchronized this throw throws transient true try void \
            volatile while""".split(" ", -1));

    /**
     * Returns the names that follow from that of the provider.
     *
     * @param packageName the package, or null for one below {@code org.example}
     * @throws UsageException if a name is none, or the package is Stowage's; says what would do
     */
    public static SkeletonNames of(String provider, @Nullable String packageName) {
        if (!ProviderInfo.allowsName(provider)) {
            throw new UsageException(
                    "'" + provider + "' is no name for a provider: lower-case words with hyphens, at most 40 characters"
                            + likely(provider));
        }
        String[] words = provider.split("-", -1);
        String type = Arrays.stream(words)
                .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
                .collect(Collectors.joining());
        String joined = String.join("", words);
        String chosen =
                packageName == null ? "org.example." + (isWord(joined) ? joined : joined + "provider") : packageName;
        return new SkeletonNames(provider, type, requirePackage(chosen));
    }

    private static String likely(String wrong) {
        String words = wrong.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^[-0-9]+|-+$", "");
        String shortened = words.substring(0, Math.min(words.length(), 40)).replaceAll("-+$", "");
        return ProviderInfo.allowsName(shortened) ? ", such as '" + shortened + "'" : ", such as 'key-value'";
    }

    private static String requirePackage(String name) {
        if (name.length() > 200 || !Stream.of(name.split("\\.", -1)).allMatch(SkeletonNames::isWord)) {
            throw new UsageException(
                    "'" + name
                            + "' is no package: lower-case Java identifiers that are no keywords, with dots between, such as 'org.example.keyvalue'");
        }
        if (name.equals("org.stowage") || name.startsWith("org.stowage.")) {
            throw new UsageException(
                    "package '" + name
                            + "' belongs to Stowage, and two modules may not share one; choose one of your own, such as 'org.example.keyvalue'");
        }
        return name;
    }

    private static boolean isWord(String word) {
        return word.matches("[a-z][a-z0-9_]*") && !KEYWORDS.contains(word);
    }
}
