package org.stowage.certificate;

import java.io.IOException;
import java.nio.file.Path;

/**
 * The conformance kit as the command line calls it: a service, found by {@link java.util.ServiceLoader}, so that nothing needs the kit and
 * the libraries it brings but who runs it.
 */
public interface ConformanceKit {

    /** What a run of the kit has found. */
    interface Findings {

        /** Returns whether the provider passed. */
        boolean passed();

        /** Returns what people want to know first, on some lines. */
        String summary();

        /** Returns a report of all of it in Markdown. */
        String markdown();

        /** Returns a report of all of it in JSON. */
        String json();

        /**
         * Returns the certificate of the run.
         *
         * @param place the JAR, or the folder of classes, that was tested
         * @throws IllegalStateException if the provider did not pass, or not the whole kit was run
         * @throws IOException if the place cannot be read
         */
        Certificate certificate(Path place) throws IOException;
    }

    /** Is told how far a run has come. */
    @FunctionalInterface
    interface Watcher {

        /** Takes how many tests are over, of how many. */
        void reached(int done, int all);
    }

    /**
     * Runs the kit.
     *
     * @param request what is tested, and how
     * @param watcher is told after each test, in the calling thread
     * @throws IllegalArgumentException if the level or a rule that is left out is not there, or may not be left out; names the nearest
     * @throws org.stowage.spi.error.BadConfigurationException if the provider opens no store with these options in any place that the kit
     *     can think of
     * @throws IOException if there is no room for the files of the tests
     */
    Findings test(KitRequest request, Watcher watcher) throws IOException;
}
