package org.example.mvstore;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import org.stowage.spi.Capabilities;
import org.stowage.spi.PersistenceProvider;
import org.stowage.spi.ProviderInfo;
import org.stowage.spi.SpiVersions;
import org.stowage.spi.Store;
import org.stowage.spi.StoreConfig;
import org.stowage.spi.StoreOption;
import org.stowage.spi.error.BadConfigurationException;
import org.stowage.spi.error.ErrorContext;

/** Stores in files of MVStore. The location is the file; its folder must be there. */
public final class MvstoreProvider implements PersistenceProvider {

    /** Creates the provider, for {@link java.util.ServiceLoader}. */
    public MvstoreProvider() {}

    @Override
    public ProviderInfo info() {
        return new ProviderInfo(
                "mvstore",
                "1.0.0",
                "one file of H2's MVStore, rows held in memory",
                SpiVersions.only(1),
                new Capabilities(
                        Capabilities.Durability.DURABLE,
                        Capabilities.Concurrency.ONE_WRITER,
                        Capabilities.Sharing.ONE_PROCESS));
    }

    @Override
    public List<StoreOption> options() {
        return List.of();
    }

    @Override
    public Store open(StoreConfig config) {
        return MvstoreLog.open(config.store(), place(config));
    }

    /** Returns the path of the file, the same for everybody who means the same file. */
    private static Path place(StoreConfig config) {
        String location = config.requiredLocation();
        try {
            Path file = Path.of(location).toAbsolutePath();
            if (Files.isDirectory(file) || file.getFileName() == null) {
                throw bad(config, "'" + location + "' is a folder: name a file in it", null);
            }
            if (!config.create() && !Files.exists(file)) {
                throw bad(config, "there is no file '" + location + "', and none is to be created", null);
            }
            Path real = Files.exists(file) ? file : file.getParent();
            return real == file ? file.toRealPath() : real.toRealPath().resolve(file.getFileName());
        } catch (InvalidPathException | IOException e) {
            throw bad(config, "'" + location + "' cannot be used: name a file in a folder that is there", e);
        }
    }

    private static BadConfigurationException bad(StoreConfig config, String problem, Exception cause) {
        return new BadConfigurationException(
                ErrorContext.of(config.store()), "store '" + config.store() + "': " + problem, cause);
    }
}
