package org.stowage.benchmarks.peer;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.stowage.benchmarks.Catalogue;
import org.stowage.benchmarks.Contender;
import org.stowage.benchmarks.Item;
import org.stowage.benchmarks.KeyPages;
import org.stowage.benchmarks.Product;
import org.stowage.benchmarks.SharedContender;

/** Somebody who knows the key of a product and nothing else, and looks at all of them for every other question. */
abstract class Scanned implements Contender {

    abstract Stream<Product> all();

    @Override
    public List<Product> cheapest(String category, int limit) {
        return all().filter(product -> product.category().equals(category))
                .sorted(Catalogue.BY_PRICE)
                .limit(limit)
                .toList();
    }

    @Override
    public List<Product> priced(BigDecimal least, BigDecimal most) {
        return inRange(least, most).toList();
    }

    @Override
    public long countPriced(BigDecimal least, BigDecimal most) {
        return inRange(least, most).count();
    }

    private Stream<Product> inRange(BigDecimal least, BigDecimal most) {
        return all().filter(product ->
                product.price().compareTo(least) >= 0 && product.price().compareTo(most) <= 0);
    }

    @Override
    public void forEach(Consumer<? super Item> reader) {
        all().forEach(reader);
    }

    @Override
    public Iterator<List<? extends Item>> pages(long after, int size) {
        return new KeyPages(
                after,
                size,
                (last, limit) -> all().filter(product -> product.id() > last)
                        .sorted(Comparator.comparingLong(Product::id))
                        .limit(limit)
                        .toList());
    }

    @Override
    public Contender another() {
        return new SharedContender(this);
    }
}
