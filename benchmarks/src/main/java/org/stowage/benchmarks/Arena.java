package org.stowage.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.stream.Stream;

/**
 * An open contender and the folder that it has to itself. Folders are made in that of the system property {@code
 * stowage.benchmarks.folder}, since the usual one for temporary files may be kept in memory, where a flush costs nothing.
 *
 * @param folder goes away with it
 * @param contender who is measured
 */
public record Arena(Path folder, Contender contender) implements AutoCloseable {

    /** The system property that says where folders are made. */
    public static final String FOLDER = "stowage.benchmarks.folder";

    private static final int PIECE = 100_000;

    /** Opens an empty contender. */
    static Arena open(Entrant entrant, Indexes indexes) throws IOException, SQLException {
        Path folder = Files.createTempDirectory(parent(), "products-");
        return new Arena(folder, entrant.open(folder, indexes));
    }

    /** Opens a contender that has the products of a catalogue. */
    static Arena open(Entrant entrant, Indexes indexes, int rows) throws IOException, SQLException {
        Arena arena = open(entrant, indexes);
        Catalogue.products(rows, PIECE, arena.contender::insertAll);
        return arena;
    }

    /** Returns where folders are made. */
    static Path parent() throws IOException {
        return Files.createDirectories(Path.of(System.getProperty(FOLDER, System.getProperty("java.io.tmpdir"))));
    }

    /** Closes the contender and deletes the folder with all that is in it. */
    @Override
    public void close() throws IOException, SQLException {
        contender.close();
        delete(folder);
    }

    /** Deletes a folder with all that is in it. */
    static void delete(Path folder) throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            paths.sorted(Comparator.reverseOrder()).forEach(Arena::deleteOne);
        }
    }

    private static void deleteOne(Path path) {
        try {
            Files.delete(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
