package org.stowage.application;

import java.net.URI;
import java.util.Optional;

/** An application that was started. Its methods may be called by any thread. */
public interface RunningApplication extends AutoCloseable {

    /** Returns where it can be reached, if it serves an address. */
    Optional<URI> address();

    /** Ends it: what is under way is finished, nothing new is begun. A second call does nothing. */
    @Override
    void close();
}
