package org.stowage.example.ordering;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.stowage.Stowage;

/** The stores that tests run on, by provider name: the application itself knows none. */
final class TestStores {

    private TestStores() {}

    static Stream<String> providers() {
        return Stream.of(System.getProperty("ordering.providers", "memory,json-file,sqlite")
                .split(","));
    }

    /** Opens one new store for all domains. */
    static Stowage open(String provider, Path folder) {
        return Stowage.open(url(provider, folder, "all"));
    }

    /** Opens three new stores, one for each domain. */
    static Stowage openApart(String provider, Path folder) {
        var builder = Stowage.builder();
        for (var domain : Ordering.DOMAINS) {
            builder.store(domain.name(), url(provider, folder, domain.name()));
            domain.entities().forEach(entity -> builder.route(entity, domain.name()));
        }
        return builder.open();
    }

    private static String url(String provider, Path folder, String name) {
        return switch (provider) {
            case "memory" -> provider;
            case "sqlite" -> provider + ":" + folder.resolve(name + ".db");
            default -> provider + ":" + folder.resolve(name);
        };
    }
}
