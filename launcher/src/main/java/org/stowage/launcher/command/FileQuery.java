package org.stowage.launcher.command;

import org.jspecify.annotations.Nullable;
import org.stowage.ProviderRegistry;
import org.stowage.launcher.UsageException;
import org.stowage.launcher.input.InputFile;
import org.stowage.launcher.store.Defaults;
import org.stowage.launcher.store.OpenStores;
import org.stowage.launcher.store.StoreChoice;
import org.stowage.launcher.store.StoreFinder;
import org.stowage.launcher.store.StoreRequest;
import org.stowage.launcher.transfer.ImportMode;
import org.stowage.spi.Capabilities.Durability;
import org.stowage.store.OpenStore;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** A query of a file: it is imported into a store that ends with the command. */
final class FileQuery {

    @Option(
            names = "--from",
            paramLabel = "FILE",
            description = "Import this file first, into a store that is thrown away afterwards; '-' is standard input.")
    private @Nullable String file;

    @Option(
            names = {"--as", "--into"},
            paramLabel = "ENTITY",
            description = "What the records of --from are called; the file's name without its end if it is left out.")
    private @Nullable String entity;

    @Mixin
    private ImportFile importing;

    boolean given() {
        return file != null;
    }

    /** Opens the store for the file. */
    OpenStores open(CommandContext context, StoreRequest request) {
        String provider = request.provider();
        if (provider == null) {
            provider = Defaults.of(context.surroundings().home())
                    .scratchProvider()
                    .orElseThrow(() -> new UsageException(
                            "no provider is named for data that is thrown away; name one with --provider"));
        }
        requireFleeting(context, provider);
        StoreFinder finder = new StoreFinder(context.surroundings());
        StoreChoice choice = new StoreChoice.One(provider, request.location(), "--from");
        return context.open(finder, choice, request, true);
    }

    /** A query must not leave in a store what nobody asked to be imported. */
    private static void requireFleeting(CommandContext context, String provider) {
        try (ProviderRegistry registry = context.registry()) {
            if (registry.provider(provider).info().capabilities().durability() != Durability.NONE) {
                throw new UsageException("--from is for data that is thrown away, and '" + provider
                        + "' keeps it; use 'import' and then 'query'");
            }
        }
    }

    /** Imports the file, if there is one. */
    void fill(CommandContext context, OpenStore store) {
        if (file != null) {
            importing.run(context, store, file, entity(file), ImportMode.INSERT, false);
        } else if (entity != null || importing.given()) {
            throw new UsageException("--as, --key, --types and --from-format belong to --from FILE; name the file");
        }
    }

    private String entity(String from) {
        if (entity != null) {
            return entity;
        }
        if (from.equals(InputFile.STANDARD_INPUT)) {
            throw new UsageException("what comes from standard input needs a name; say --as ENTITY");
        }
        String name = from.substring(Math.max(from.lastIndexOf('/'), from.lastIndexOf('\\')) + 1);
        int point = name.indexOf('.');
        return (point > 0 ? name.substring(0, point) : name).replaceAll("[^\\p{Alnum}_]", "_");
    }
}
