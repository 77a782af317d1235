package org.stowage.benchmarks.peer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.stowage.benchmarks.Product;

/** A hash map that is saved at each change. */
abstract class SavedMap extends Scanned {

    private final StreamedMap map = new StreamedMap();

    /** Saves what has changed. */
    abstract void save(List<Product> changed) throws IOException;

    @Override
    public synchronized void insertAll(List<Product> products) {
        map.insertAll(products);
        trySave(products);
    }

    @Override
    public synchronized void insert(Product product) {
        map.insert(product);
        trySave(List.of(product));
    }

    @Override
    public synchronized List<Product> updateAll(List<Product> products) {
        List<Product> updated = map.updateAll(products);
        trySave(updated);
        return updated;
    }

    private void trySave(List<Product> changed) {
        try {
            save(changed);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public @Nullable Product find(long id) {
        return map.find(id);
    }

    @Override
    Stream<Product> all() {
        return map.all();
    }
}
