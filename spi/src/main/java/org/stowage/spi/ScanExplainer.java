package org.stowage.spi;

import org.stowage.spi.query.ScanRequest;

/** What a {@link Transaction} also is when its store can tell how it would answer a scan. */
public interface ScanExplainer {

    /** Returns how a scan of the request would be answered; reads no rows. */
    ScanPlan explain(ScanRequest request);
}
