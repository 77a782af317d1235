package org.stowage.launcher.transfer;

import java.util.List;

/**
 * What a copy did.
 *
 * @param from the digests of what was read
 * @param to the digests of what was found in the other store afterwards, in the same order
 */
public record CopyResult(List<EntityDigest> from, List<EntityDigest> to) {

    /** Creates the result with copies of the lists. */
    public CopyResult {
        from = List.copyOf(from);
        to = List.copyOf(to);
    }

    /** Returns whether nothing changed on the way. */
    public boolean same() {
        return from.equals(to);
    }
}
