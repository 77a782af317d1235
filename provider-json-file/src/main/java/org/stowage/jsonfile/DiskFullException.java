package org.stowage.jsonfile;

import java.io.IOException;

/** The medium, or a quota on it, has no room left. */
final class DiskFullException extends IOException {

    private static final long serialVersionUID = 1L;

    DiskFullException(IOException cause) {
        super(cause.getMessage(), cause);
    }
}
