package bookshop;

import bookshop.catalog.Book;
import bookshop.catalog.Books;
import bookshop.cellar.Crate;
import bookshop.cellar.Crates;
import bookshop.cellar.Rummage;
import bookshop.desk.Desk;
import java.util.List;
import java.util.function.Supplier;
import org.stowage.ProviderRegistry;
import org.stowage.Stowage;

/** Tells which providers there are, and what the shop gets from the store that each of its arguments names. */
final class Main {

    private Main() {}

    public static void main(String[] urls) {
        try (ProviderRegistry registry = ProviderRegistry.discover()) {
            registry.providers()
                    .forEach(found -> System.out.println("found " + found.name() + " by " + found.mechanism()));
            registry.rejected().forEach(rejected -> System.out.println("rejected " + rejected));
        }
        for (String url : urls) {
            try (Stowage stowage = Stowage.open(url)) {
                String provider = url.split(":", 2)[0];
                System.out.println(provider + " catalog " + attempt(() -> catalog(stowage)));
                System.out.println(provider + " desk " + attempt(() -> Desk.lendAndReturn(stowage)));
                System.out.println(provider + " cellar " + attempt(() -> cellar(stowage)));
                System.out.println(provider + " rummage " + attempt(() -> rummage(stowage)));
            }
        }
    }

    private static Object catalog(Stowage stowage) {
        Books books = stowage.repository(Books.class);
        stowage.inTransaction(() -> books.insertAll(List.of(
                new Book("emma", "Emma", 474), new Book("dune", "Dune", 612), new Book("alice", "Alice", 92))));
        books.deleteById("none of these");
        return books.titlesFrom(400);
    }

    private static Object cellar(Stowage stowage) {
        return stowage.repository(Crates.class).save(new Crate(1, 12)).weight();
    }

    private static Object rummage(Stowage stowage) {
        return stowage.repository(Rummage.class).any();
    }

    private static Object attempt(Supplier<Object> action) {
        try {
            return action.get();
        } catch (RuntimeException failure) {
            return failure;
        }
    }
}
