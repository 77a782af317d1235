package org.stowage.testing;

/** Where the stores of a test are. */
@FunctionalInterface
public interface StorePlaces {

    /**
     * Returns the URL of a new store of the provider that the test runs on.
     *
     * @param name tells the stores of one test apart: a name that a file may have
     */
    String url(String name);
}
