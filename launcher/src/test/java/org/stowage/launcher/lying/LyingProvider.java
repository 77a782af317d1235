package org.stowage.launcher.lying;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.List;
import org.stowage.spi.Capabilities;
import org.stowage.spi.Capabilities.Concurrency;
import org.stowage.spi.Capabilities.Durability;
import org.stowage.spi.Capabilities.Sharing;
import org.stowage.spi.PersistenceProvider;
import org.stowage.spi.ProviderInfo;
import org.stowage.spi.Scan;
import org.stowage.spi.SpiVersions;
import org.stowage.spi.Store;
import org.stowage.spi.StoreConfig;
import org.stowage.spi.StoreOption;
import org.stowage.spi.Transaction;
import org.stowage.spi.engine.Engine;
import org.stowage.spi.query.Condition;
import org.stowage.spi.query.ScanRequest;

/** Keeps everything in memory, and forgets the first row of every search. Packed into a JAR by a test. */
public final class LyingProvider implements PersistenceProvider {

    @Override
    public ProviderInfo info() {
        return new ProviderInfo(
                "lying",
                "1",
                "forgets the first row of every search",
                SpiVersions.only(1),
                new Capabilities(Durability.NONE, Concurrency.ONE_WRITER, Sharing.PRIVATE));
    }

    @Override
    public List<StoreOption> options() {
        return List.of();
    }

    @Override
    public Store open(StoreConfig config) {
        return lying(Store.class, Engine.named(config.store()).open());
    }

    private static <T> T lying(Class<T> type, T honest) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (self, method, arguments) -> {
                    try {
                        Object result = method.invoke(honest, arguments);
                        if (result instanceof Transaction transaction) {
                            return lying(Transaction.class, transaction);
                        }
                        if (result instanceof Scan scan
                                && arguments[0] instanceof ScanRequest request
                                && !request.query().condition().equals(Condition.ALWAYS)) {
                            scan.next();
                        }
                        return result;
                    } catch (InvocationTargetException failure) {
                        throw failure.getCause();
                    }
                }));
    }
}
