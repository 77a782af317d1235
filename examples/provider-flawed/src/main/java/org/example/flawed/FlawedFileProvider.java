package org.example.flawed;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import org.stowage.spi.Capabilities;
import org.stowage.spi.PersistenceProvider;
import org.stowage.spi.ProviderInfo;
import org.stowage.spi.SpiVersions;
import org.stowage.spi.Store;
import org.stowage.spi.StoreConfig;
import org.stowage.spi.StoreOption;
import org.stowage.spi.engine.Engine;
import org.stowage.spi.engine.EngineBuilder;
import org.stowage.spi.file.StoreLock;

/** Stores in a file that is written anew at each commit, and wrong in the way that the option {@code fault} says. */
public final class FlawedFileProvider implements PersistenceProvider {

    /** Creates the provider, for {@link java.util.ServiceLoader}. */
    public FlawedFileProvider() {}

    @Override
    public ProviderInfo info() {
        return new ProviderInfo(
                "flawed-file",
                "1.0.0",
                "a file, and wrong in a way that can be chosen",
                SpiVersions.only(1),
                new Capabilities(
                        Capabilities.Durability.DURABLE,
                        Capabilities.Concurrency.ONE_WRITER,
                        Capabilities.Sharing.ONE_PROCESS));
    }

    @Override
    public List<StoreOption> options() {
        return List.of(Fault.option(EnumSet.of(Fault.NONE, Fault.ACKNOWLEDGES_EARLY, Fault.NOT_LOCKED)));
    }

    @Override
    public Store open(StoreConfig config) {
        Fault fault = Fault.of(config);
        Path path = Path.of(config.requiredLocation()).toAbsolutePath().normalize();
        StoreLock lock = fault == Fault.NOT_LOCKED
                ? null
                : StoreLock.take(config.store(), path, path.resolveSibling(path.getFileName() + ".lock"));
        Runnable unlock = lock == null ? () -> {} : lock::close;
        try {
            StateFile file = new StateFile(config.store(), path);
            EngineBuilder builder = Engine.named(config.store());
            file.readInto(builder);
            Engine engine = builder.open();
            Runnable write = () -> file.write(engine);
            return fault == Fault.ACKNOWLEDGES_EARLY
                    ? new FlawedStore(engine, fault, () -> {}, () -> writeAnd(write, unlock))
                    : new FlawedStore(engine, fault, write, unlock);
        } catch (RuntimeException | Error e) {
            unlock.run();
            throw e;
        }
    }

    private static void writeAnd(Runnable write, Runnable unlock) {
        try {
            write.run();
        } finally {
            unlock.run();
        }
    }
}
