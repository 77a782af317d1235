package org.stowage.example.ordering.shopping;

import java.util.UUID;

/** Something was asked for that does not exist. */
public final class NotFoundException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Creates the exception for a kind of thing, such as {@code restaurant}, and what it was looked for by. */
    public NotFoundException(String kind, UUID id) {
        super("there is no " + kind + " '" + id + "'");
    }
}
