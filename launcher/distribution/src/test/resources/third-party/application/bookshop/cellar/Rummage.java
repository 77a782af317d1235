package bookshop.cellar;

import bookshop.catalog.Book;
import jakarta.data.repository.CrudRepository;
import jakarta.data.repository.Repository;

/** Its entity is exported, itself is not, and it has a method with a body. */
@Repository
public interface Rummage extends CrudRepository<Book, String> {

    default String any() {
        return findAll().findFirst().map(Book::title).orElse("nothing");
    }
}
