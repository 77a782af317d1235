package org.stowage.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.data.exceptions.EntityExistsException;
import jakarta.data.exceptions.MappingException;
import jakarta.data.repository.CrudRepository;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Index;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stowage.Stowage;

/** Indexes as the annotation of a table says them. */
@OnEveryStore
class TableIndexTest {

    @Entity
    @Table(
            indexes = {
                @Index(columnList = "CITY, price DESC"),
                @Index(columnList = "isbn_13", unique = true),
                @Index(columnList = "shelf")
            },
            uniqueConstraints = @UniqueConstraint(columnNames = {"shelf", "place"}))
    record Book(
            long id,
            String city,
            int price,
            @Column(name = "isbn_13") String isbn,
            @Column(unique = true) @Nullable String shelf,
            @Nullable Integer place) {}

    interface Books extends CrudRepository<Book, Long> {}

    private final Stowage stowage;

    TableIndexTest(TestStore store, @TempDir Path folder) {
        stowage = store.open(folder);
    }

    @AfterEach
    void close() {
        stowage.close();
    }

    @Test
    void areKeptAndUniqueWhereTheySaySo() {
        stowage.repository(Books.class);
        assertThat(stowage.storeFor("Book").schema("Book").orElseThrow().indexes())
                .containsExactlyInAnyOrder(
                        org.stowage.spi.schema.Index.on("city", "price"),
                        org.stowage.spi.schema.Index.unique("isbn"),
                        org.stowage.spi.schema.Index.unique("shelf"),
                        org.stowage.spi.schema.Index.unique("shelf", "place"));
    }

    @Test
    void refuseWhatIsThereAlready() {
        Books books = stowage.repository(Books.class);
        books.insert(new Book(1, "Ulm", 5, "x", null, null));
        assertThatThrownBy(() -> books.insert(new Book(2, "Ulm", 5, "x", null, null)))
                .isInstanceOf(EntityExistsException.class)
                .hasMessageContaining("isbn");
        books.insert(new Book(2, "Ulm", 5, "y", null, null));
    }

    @Entity
    @Table(
            indexes = @Index(columnList = "isbn_31"),
            uniqueConstraints = {@UniqueConstraint(columnNames = "ctiy"), @UniqueConstraint(columnNames = {"id", "id"})
            })
    record Mistaken(
            long id, String city, @Column(name = "isbn_13") String isbn) {}

    interface Mistakes extends CrudRepository<Mistaken, Long> {}

    @Test
    void areRefusedWhereTheyNameWhatIsNotThere() {
        assertThatThrownBy(() -> stowage.repository(Mistakes.class))
                .isInstanceOf(MappingException.class)
                .hasMessageContaining(
                        "@UniqueConstraint of @Table names an unknown column 'ctiy'; did you mean 'city'?")
                .hasMessageContaining("an index names each attribute once, and at least one: [id, id]")
                .hasMessageContaining("@Index of @Table names an unknown column 'isbn_31'; did you mean 'isbn_13'?");
    }
}
