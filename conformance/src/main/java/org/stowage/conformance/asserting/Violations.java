package org.stowage.conformance.asserting;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** What callers have done against the contract. For many threads. */
public final class Violations {

    private final List<String> all = new CopyOnWriteArrayList<>();

    /** Creates a list without any. */
    public Violations() {}

    /** Returns them in their order. */
    public List<String> all() {
        return List.copyOf(all);
    }

    /** Notes what a caller did, and throws. */
    void unless(boolean allowed, String done) {
        if (!allowed) {
            all.add(done);
            throw new AssertionError("the caller of a provider does not keep its contract: " + done);
        }
    }

    /** Notes what a caller did where nothing can be thrown any more. */
    void note(String done) {
        all.add(done);
    }
}
