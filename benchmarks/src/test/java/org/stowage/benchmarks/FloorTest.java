package org.stowage.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A ratio means something only if both sides keep the same. */
class FloorTest {

    @TempDir
    Path folder;

    @Test
    void theFloorOfSqliteHasTheTableAndTheBytesOfTheProvider() throws SQLException {
        List<Product> products = Catalogue.products(10);
        SqliteFile file = SqliteFile.create(folder.resolve("raw.db"), RawTable.OF_THE_PROVIDER, Indexes.CATEGORY);
        try (Contender ours = StowageContender.open("sqlite:" + folder.resolve("ours.db"), Indexes.CATEGORY);
                Contender raw = RawJdbc.open(file, RawTable.OF_THE_PROVIDER)) {
            ours.insertAll(products);
            raw.insertAll(products);
        }
        String definition = "SELECT name, replace(sql, '\"', '') FROM sqlite_schema "
                + "WHERE tbl_name = 'c__product' AND sql IS NOT NULL ORDER BY name";
        assertThat(rows("raw.db", definition)).hasSize(3).isEqualTo(rows("ours.db", definition));
        String content = "SELECT * FROM c__product ORDER BY f_id";
        assertThat(rows("raw.db", content)).hasSize(10).isEqualTo(rows("ours.db", content));
        assertThat(rows("raw.db", "PRAGMA journal_mode")).isEqualTo(rows("ours.db", "PRAGMA journal_mode"));
        assertThat(rows("raw.db", "PRAGMA page_size")).isEqualTo(rows("ours.db", "PRAGMA page_size"));
    }

    @Test
    void whoGetsACopyOfAFilledStoreFindsWhatIsInIt() throws IOException, SQLException {
        List<Product> products = Catalogue.products(10);
        for (Entrant entrant : Entrant.values()) {
            if (entrant.filler().isPresent()) {
                Path filled = FilledFolder.of(folder, entrant.filler().get(), Indexes.PRICE_TOO, products.size());
                Path copy = Files.createDirectory(folder.resolve(entrant.name()));
                FilledFolder.copy(filled, copy);
                try (Contender contender = entrant.open(copy, Indexes.PRICE_TOO)) {
                    assertThat(contender.find(10))
                            .as(entrant.name())
                            .extracting(Item::plain)
                            .isEqualTo(products.getLast());
                }
            }
        }
    }

    private List<List<String>> rows(String file, String sql) throws SQLException {
        List<List<String>> rows = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve(file));
                ResultSet result = connection.createStatement().executeQuery(sql)) {
            while (result.next()) {
                List<String> row = new ArrayList<>();
                for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
                    row.add(result.getString(i));
                }
                rows.add(row);
            }
        }
        return rows;
    }
}
