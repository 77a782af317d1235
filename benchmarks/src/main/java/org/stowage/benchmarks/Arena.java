package org.stowage.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An open contender and the folder that it has to itself. Folders are made in that of the system property {@code
 * stowage.benchmarks.folder}, since the usual one for temporary files may be kept in memory, where a flush costs nothing.
 *
 * @param folder goes away with it, or null for a store that is kept
 * @param contender who is measured
 */
public record Arena(@Nullable Path folder, Contender contender) implements AutoCloseable {

    /** The system property that says where folders are made. */
    public static final String FOLDER = "stowage.benchmarks.folder";

    /** From how many rows on a store on SQLite is made without a repository, and kept. */
    private static final int GROWN = 1_000_000;

    /** Opens an empty contender. */
    static Arena open(Entrant entrant, Indexes indexes) throws IOException, SQLException {
        Path folder = Files.createTempDirectory(parent(), "products-");
        return new Arena(folder, entrant.open(folder, indexes));
    }

    /** Opens a contender that has the products of a catalogue, which those who keep them in the same form need insert only once in a run. */
    static Arena open(Entrant entrant, Indexes indexes, int rows) throws IOException, SQLException {
        if (entrant == Entrant.SQLITE && rows >= GROWN) {
            Path file = GrownFile.of(parent().resolveSibling("grown"), indexes, rows);
            return new Arena(null, StowageContender.open("sqlite:" + file, indexes));
        }
        Optional<Entrant> filler = System.getProperty(FOLDER) == null ? Optional.empty() : entrant.filler();
        return filler.isPresent() ? copied(filler.get(), entrant, indexes, rows) : filled(entrant, indexes, rows);
    }

    private static Arena copied(Entrant filler, Entrant entrant, Indexes indexes, int rows)
            throws IOException, SQLException {
        Path filled = FilledFolder.of(parent(), filler, indexes, rows);
        Path folder = Files.createTempDirectory(parent(), "products-");
        FilledFolder.copy(filled, folder);
        return new Arena(folder, entrant.open(folder, indexes));
    }

    private static Arena filled(Entrant entrant, Indexes indexes, int rows) throws IOException, SQLException {
        Arena arena = open(entrant, indexes);
        Catalogue.products(rows, arena.contender::insertAll);
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
        if (folder != null) {
            delete(folder);
        }
    }

    /** Deletes a folder with all that is in it. */
    public static void delete(Path folder) throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            paths.sorted(Comparator.reverseOrder()).forEach(Arena::deleteOne);
        }
    }

    private static void deleteOne(Path path) {
        try {
            // SQLite may just be deleting its log, as the last connection is closed by another thread.
            Files.deleteIfExists(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
