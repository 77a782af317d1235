package org.stowage.spi;

import java.util.OptionalLong;
import org.stowage.spi.query.ScanRequest;

/** What a {@link Transaction} also is when its store counts faster than rows can be read. */
public interface RowCounter {

    /**
     * Returns how many rows a scan of the request would give after all is done, or empty to decline, in which case they are read and counted.
     *
     * @param request what is asked; its order does not matter
     */
    OptionalLong count(ScanRequest request);
}
