package org.stowage;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLConnection;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.stowage.spi.PersistenceProvider;

/** The file that names the providers of a JAR. */
final class ServiceFile {

    /** Its path in a JAR. */
    static final String PATH = "META-INF/services/" + PersistenceProvider.class.getName();

    private static final int LARGEST = 1 << 16;
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private ServiceFile() {}

    /** Returns the class names in it, each once, in order. */
    static List<String> classNames(URL file) throws IOException {
        URLConnection connection = file.openConnection();
        // The cache would hold the JAR open for good.
        connection.setUseCaches(false);
        try (InputStream content = connection.getInputStream()) {
            return classNames(content);
        }
    }

    /** Returns the class names in it, each once, in order. */
    static List<String> classNames(InputStream content) throws IOException {
        byte[] bytes = content.readNBytes(LARGEST + 1);
        if (bytes.length > LARGEST) {
            throw new IOException(PATH + " is larger than " + LARGEST + " bytes");
        }
        String text = new String(bytes, StandardCharsets.UTF_8);
        // Editors of some systems begin every file with it, and it would become a part of the first name.
        return (text.startsWith(BYTE_ORDER_MARK) ? text.substring(BYTE_ORDER_MARK.length()) : text)
                .lines()
                .map(ServiceFile::withoutComment)
                .filter(line -> !line.isEmpty())
                .distinct()
                .toList();
    }

    private static String withoutComment(String line) {
        int comment = line.indexOf('#');
        return (comment < 0 ? line : line.substring(0, comment)).strip();
    }
}
