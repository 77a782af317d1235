package org.stowage.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.util.logging.LogManager;

/**
 * Sets up the logs by the {@code conf/logging.properties} that the class path holds: a JAR that holds everything is started without a
 * script that could name the file.
 */
public final class BundledLogging {

    private static final String FILE = "/conf/logging.properties";

    /** Lets {@link LogManager}, when it is first needed, make an object of this class; unless somebody has said how logs are set up. */
    static void install() {
        if (System.getProperty("java.util.logging.config.file") == null
                && System.getProperty("java.util.logging.config.class") == null
                && BundledLogging.class.getResource(FILE) != null) {
            System.setProperty("java.util.logging.config.class", BundledLogging.class.getName());
        }
    }

    /**
     * Sets the logs up; for {@link LogManager}.
     *
     * @throws IOException if the file cannot be read
     */
    public BundledLogging() throws IOException {
        try (InputStream properties = BundledLogging.class.getResourceAsStream(FILE)) {
            if (properties != null) {
                LogManager.getLogManager().readConfiguration(properties);
            }
        }
    }
}
