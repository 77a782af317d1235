package org.stowage.jsonfile;

import java.nio.file.Path;
import java.util.List;
import org.stowage.spi.Capabilities;
import org.stowage.spi.PersistenceProvider;
import org.stowage.spi.ProviderInfo;
import org.stowage.spi.SpiVersions;
import org.stowage.spi.Store;
import org.stowage.spi.StoreConfig;
import org.stowage.spi.StoreOption;
import org.stowage.spi.file.StoreLock;

/** Stores in folders of readable JSON files, one for each entity. The location is the folder. */
public final class JsonFileProvider implements PersistenceProvider {

    private static final String DURABILITY = "durability";
    private static final String DURABLE = "durable";
    private static final String RELAXED = "relaxed";
    private static final String FOLD_AT = "fold-at";

    /** Creates the provider. */
    public JsonFileProvider() {}

    @Override
    public ProviderInfo info() {
        return new ProviderInfo(
                "json-file",
                "0.1.0",
                "a folder of readable JSON files, one for each entity",
                SpiVersions.only(1),
                new Capabilities(
                        Capabilities.Durability.DURABLE,
                        Capabilities.Concurrency.ONE_WRITER,
                        Capabilities.Sharing.ONE_PROCESS));
    }

    @Override
    public List<StoreOption> options() {
        return List.of(
                StoreOption.choice(
                        DURABILITY,
                        "what a commit survives: 'durable' a loss of power, 'relaxed' a killed process",
                        DURABLE,
                        RELAXED),
                StoreOption.of(
                        FOLD_AT,
                        StoreOption.Kind.COUNT,
                        "bytes of journal before it is folded into the files, which is not done before it is as large as they are",
                        "1048576"));
    }

    @Override
    public Store open(StoreConfig config) {
        StoreErrors errors = new StoreErrors(config.store());
        Path path = StoreFolder.of(config, errors);
        StoreLock lock = StoreLock.take(config.store(), path, path.resolve(FileNames.LOCK));
        boolean durable = config.text(DURABILITY).filter(DURABLE::equals).isPresent();
        Folder.Writing writing = durable ? Folder.Writing.THROUGH : Folder.Writing.BUFFERED;
        try {
            return JsonFileStore.open(errors, new DiskFolder(path), writing, config.count(FOLD_AT), lock::close);
        } catch (RuntimeException | Error e) {
            lock.close();
            throw e;
        }
    }
}
