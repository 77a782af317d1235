package org.stowage.conformance;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;
import org.stowage.spi.PersistenceProvider;

/** Our own providers, found as an application finds them. */
public final class Harnesses {

    private static final Set<Ability> ALL_BUT_UNWRAPPING = EnumSet.complementOf(EnumSet.of(Ability.UNWRAPS));

    private Harnesses() {}

    private static PersistenceProvider provider(String name) {
        return ServiceLoader.load(PersistenceProvider.class, Harnesses.class.getClassLoader()).stream()
                // They are made of those that are looked for here.
                .filter(service -> !OverlaidProvider.class.isAssignableFrom(service.type()))
                .map(ServiceLoader.Provider::get)
                .filter(provider -> provider.info().name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** The memory provider. */
    public static final class Memory implements ProviderHarness {
        @Override
        public PersistenceProvider provider() {
            return Harnesses.provider("memory");
        }

        @Override
        public Optional<String> location(Path folder) {
            return Optional.empty();
        }

        @Override
        public Set<Ability> abilities() {
            return ALL_BUT_UNWRAPPING;
        }
    }

    /** The JSON file provider. */
    public static final class JsonFile implements ProviderHarness {
        @Override
        public PersistenceProvider provider() {
            return Harnesses.provider("json-file");
        }

        @Override
        public Optional<String> location(Path folder) {
            return Optional.of(folder.resolve("store").toString());
        }

        @Override
        public List<Map<String, String>> otherOptions() {
            return List.of(Map.of("durability", "relaxed"), Map.of("durability", "relaxed", "fold-at", "0"));
        }

        @Override
        public Set<Ability> abilities() {
            return ALL_BUT_UNWRAPPING;
        }

        @Override
        public Optional<SimulatedMedium> medium() {
            return Optional.of(JsonFileMedium.sound());
        }
    }

    /** The SQLite provider. */
    public static final class Sqlite implements ProviderHarness {
        @Override
        public PersistenceProvider provider() {
            return Harnesses.provider("sqlite");
        }

        @Override
        public Optional<String> location(Path folder) {
            return Optional.of(folder.resolve("store.db").toString());
        }

        @Override
        public Set<Ability> abilities() {
            return EnumSet.allOf(Ability.class);
        }

        @Override
        public List<Map<String, String>> otherOptions() {
            return List.of(
                    Map.of("durability", "relaxed"),
                    Map.of("durability", "relaxed", "readers", "0", "cache-mebibytes", "1"));
        }
    }
}
