package org.stowage.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * An open contender and the folder that it has to itself. Folders are made in that of the system property {@code
 * stowage.benchmarks.folder}, since the usual one for temporary files may be kept in memory, where a flush costs nothing.
 *
 * @param folder goes away with it
 * @param contender who is measured
 */
record Arena(Path folder, Contender contender) implements AutoCloseable {

    private static final String FOLDER = "stowage.benchmarks.folder";

    /** Opens an empty contender. */
    static Arena open(Entrant entrant) throws IOException, SQLException {
        Path parent =
                Files.createDirectories(Path.of(System.getProperty(FOLDER, System.getProperty("java.io.tmpdir"))));
        Path folder = Files.createTempDirectory(parent, "products-");
        return new Arena(folder, entrant.open(folder));
    }

    /** Opens a contender that has products. */
    static Arena open(Entrant entrant, List<Product> products) throws IOException, SQLException {
        Arena arena = open(entrant);
        arena.contender.insertAll(products);
        return arena;
    }

    /** Closes the contender and deletes the folder with all that is in it. */
    @Override
    public void close() throws IOException, SQLException {
        contender.close();
        try (Stream<Path> paths = Files.walk(folder)) {
            paths.sorted(Comparator.reverseOrder()).forEach(Arena::delete);
        }
    }

    private static void delete(Path path) {
        try {
            Files.delete(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
