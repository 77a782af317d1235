package org.stowage.sqlite;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HexFormat;
import java.util.Optional;
import java.util.zip.CRC32;
import org.sqlite.SQLiteJDBCLoader;
import org.sqlite.util.LibraryLoaderUtil;

/**
 * SQLite's native library, kept from one start to the next. The driver by itself asks the system what it is, unpacks the library into the
 * temporary folder, reads it back and loads it, at each start anew: a seventh of what a short command takes. What it has unpacked stays
 * there if the process is killed.
 */
final class NativeLibrary {

    /**
     * The system property with the folder for it. Whoever sets it vouches that nobody else can write there, as for the JARs. Without it
     * the driver does what it always does.
     */
    private static final String FOLDER = "stowage.sqlite.library";

    private static final String DRIVERS_FOLDER = "org.sqlite.lib.path";
    private static final String DRIVERS_NAME = "org.sqlite.lib.name";

    private NativeLibrary() {}

    /** Loads it, if somebody has named a folder; the first call does everything. */
    static void load() {
        // Taken away, since one file can be loaded by one class loader only: of several of this class the first one has
        // it.
        String folder = System.clearProperty(FOLDER);
        if (folder == null || System.getProperty(DRIVERS_FOLDER) != null) {
            return;
        }
        try {
            Optional<String> kept = find(Path.of(folder));
            if (kept.isPresent()) {
                load(folder, kept.get());
            } else {
                SQLiteJDBCLoader.initialize();
                keep(Path.of(folder));
            }
        } catch (Exception failure) {
            // It only costs time: the driver loads its own when it connects, and says what is wrong if it cannot.
            return;
        }
    }

    private static Optional<String> find(Path folder) throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(
                folder, file -> file.getFileName().toString().startsWith(prefix()))) {
            for (Path file : files) {
                String name = file.getFileName().toString();
                if (name.equals(name(Files.readAllBytes(file)))) {
                    return Optional.of(name);
                }
            }
        }
        return Optional.empty();
    }

    private static void load(String folder, String name) throws Exception {
        System.setProperty(DRIVERS_FOLDER, folder);
        System.setProperty(DRIVERS_NAME, name);
        try {
            SQLiteJDBCLoader.initialize();
        } finally {
            // Another provider may bring the driver in another version.
            System.clearProperty(DRIVERS_FOLDER);
            System.clearProperty(DRIVERS_NAME);
        }
    }

    private static void keep(Path folder) throws IOException {
        byte[] content = packed();
        Path incomplete = Files.createTempFile(folder, ".sqlite-", null);
        try {
            Files.write(incomplete, content);
            Files.move(incomplete, folder.resolve(name(content)), StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(incomplete);
        }
    }

    private static byte[] packed() throws IOException {
        String name = LibraryLoaderUtil.getNativeLibResourcePath() + "/" + LibraryLoaderUtil.getNativeLibName();
        try (InputStream resource = SQLiteJDBCLoader.class.getResourceAsStream(name)) {
            if (resource == null) {
                throw new FileNotFoundException(name);
            }
            return resource.readAllBytes();
        }
    }

    /** Returns the name of the file, which tells whether the content is whole and the driver's. */
    private static String name(byte[] content) {
        CRC32 checksum = new CRC32();
        checksum.update(content);
        return prefix() + HexFormat.of().toHexDigits((int) checksum.getValue()) + ".library";
    }

    private static String prefix() {
        return "sqlite-" + SQLiteJDBCLoader.getVersion() + "-";
    }
}
