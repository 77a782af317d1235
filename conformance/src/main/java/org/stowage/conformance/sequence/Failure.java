package org.stowage.conformance.sequence;

/**
 * How a provider differs from the model, on the smallest case that was found.
 *
 * @param seed where the random choices began
 * @param difference at which step, what was expected and what came
 * @param source the case as a Java program against the SPI, which ends with an {@code AssertionError} as long as they differ
 */
public record Failure(long seed, String difference, String source) {

    /** Returns all of it for people. */
    @Override
    public String toString() {
        return difference + "\n\nThe case as a program, with -Dstowage.seed=" + seed + ":\n\n" + source;
    }
}
