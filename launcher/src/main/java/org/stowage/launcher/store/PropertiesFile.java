package org.stowage.launcher.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.stowage.launcher.FailureException;

/** Reads a file of properties in UTF-8. */
final class PropertiesFile {

    private PropertiesFile() {}

    /** Returns the texts by key; none if the file is not there. */
    static Map<String, String> read(Path file) {
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            return texts(reader);
        } catch (NoSuchFileException e) {
            return Map.of();
        } catch (IOException | IllegalArgumentException e) {
            throw new FailureException(
                    "'" + file + "' cannot be read as properties in UTF-8; correct it, or move it away", e);
        }
    }

    /** Returns the texts by key of a file that the class path holds; none if it holds none. */
    static Map<String, String> readBundled(String name) {
        try (InputStream bytes = PropertiesFile.class.getResourceAsStream("/" + name)) {
            return bytes == null ? Map.of() : texts(new InputStreamReader(bytes, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("the JAR of Stowage cannot be read; download it again", e);
        }
    }

    private static Map<String, String> texts(Reader reader) throws IOException {
        Properties properties = new Properties();
        properties.load(reader);
        Map<String, String> texts = new TreeMap<>();
        properties
                .stringPropertyNames()
                .forEach(key -> texts.put(key, properties.getProperty(key).strip()));
        return texts;
    }
}
