package org.stowage.benchmarks;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.util.stream.Stream;

/** The folder of a store that was filled and closed, of which those get copies who would fill it with the same. */
final class FilledFolder {

    private FilledFolder() {}

    /** Returns the folder, which is made if it is not there. Several processes may ask for the same. */
    static Path of(Path parent, Entrant filler, Indexes indexes, int rows) throws IOException, SQLException {
        Path folder = parent.resolve("filled-" + filler + "-" + indexes + "-" + rows);
        if (!Files.exists(folder)) {
            Path made = Files.createTempDirectory(parent, "filling-");
            try (Contender contender = filler.open(made, indexes)) {
                Catalogue.products(rows, contender::insertAll);
            }
            try {
                Files.move(made, folder, StandardCopyOption.ATOMIC_MOVE);
            } catch (FileSystemException somebodyWasFaster) {
                if (!Files.exists(folder)) {
                    throw somebodyWasFaster;
                }
                Arena.delete(made);
            }
        }
        return folder;
    }

    /** Copies all that is in a folder into another one. */
    static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> paths = Files.walk(from).skip(1)) {
            for (Path path : paths.toList()) {
                Files.copy(path, to.resolve(from.relativize(path).toString()));
            }
        }
    }
}
