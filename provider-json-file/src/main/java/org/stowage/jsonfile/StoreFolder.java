package org.stowage.jsonfile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.stowage.spi.StoreConfig;
import org.stowage.spi.error.BadConfigurationException;

/** Turns the location of a configuration into a folder that is there. */
final class StoreFolder {

    private StoreFolder() {}

    /** Returns the real path of the folder, which is made, with those around it, if that is allowed. */
    static Path of(StoreConfig config, StoreErrors errors) {
        String location = config.requiredLocation();
        Path path = parse(location, errors);
        try {
            if (config.create() && !Files.exists(path)) {
                create(path.toAbsolutePath());
            }
            check(config, path, errors);
            return path.toRealPath();
        } catch (IOException e) {
            throw bad(errors, "the folder '" + location + "' cannot be used: " + StoreErrors.reason(e), e);
        }
    }

    private static Path parse(String location, StoreErrors errors) {
        if (location.isBlank()) {
            throw bad(errors, "the location is empty: name a folder", null);
        }
        try {
            return Path.of(location);
        } catch (InvalidPathException e) {
            throw bad(errors, "the location '" + location + "' is no path: name a folder", e);
        }
    }

    private static void create(Path path) throws IOException {
        Path parent = path.getParent();
        if (parent != null && !Files.exists(parent)) {
            create(parent);
        }
        Files.createDirectory(path);
        if (parent != null) {
            DiskFolder.sync(parent);
        }
    }

    private static void check(StoreConfig config, Path path, StoreErrors errors) throws IOException {
        String location = config.requiredLocation();
        if (!Files.exists(path)) {
            throw bad(errors, "there is no folder '" + location + "', and none is to be created", null);
        }
        if (!Files.isDirectory(path)) {
            throw bad(
                    errors,
                    "the location '" + location
                            + "' is a file, and a folder is needed: name another, or move the file away",
                    null);
        }
        if (!Files.isWritable(path)) {
            throw bad(
                    errors,
                    "the folder '" + location + "' cannot be written: grant the permission, or copy it to where it can",
                    null);
        }
        if (!config.create() && !Recovery.isStore(new DiskFolder(path))) {
            throw bad(errors, "the folder '" + location + "' holds no store, and none is to be created", null);
        }
    }

    private static BadConfigurationException bad(StoreErrors errors, String problem, @Nullable Throwable cause) {
        return new BadConfigurationException(errors.context(), "store '" + errors.store() + "': " + problem, cause);
    }
}
