package bookshop.catalog;

import jakarta.data.repository.CrudRepository;
import jakarta.data.repository.OrderBy;
import jakarta.data.repository.Param;
import jakarta.data.repository.Query;
import jakarta.data.repository.Repository;
import java.util.List;

@Repository
public interface Books extends CrudRepository<Book, String> {

    @Query("where pages >= :pages")
    @OrderBy("title")
    List<Book> from(@Param("pages") int pages);

    default String titlesFrom(int pages) {
        return String.join(", ", from(pages).stream().map(Book::title).toList());
    }
}
