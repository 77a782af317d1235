package org.stowage.spi;

/**
 * A range of versions of this SPI. The version grows when something is added that a provider may be asked for.
 *
 * @param oldest the oldest version that will do, from 1
 * @param newest the newest version that was thought of, not below the oldest
 */
public record SpiVersions(int oldest, int newest) {

    /** The version of this SPI. */
    public static final int CURRENT = 1;

    /** Creates the range. */
    public SpiVersions {
        if (oldest < 1 || newest < oldest) {
            throw new IllegalArgumentException("SPI versions '" + oldest + "' to '" + newest + "' are no range from 1");
        }
    }

    /**
     * Returns the range of one version. A provider gives the number it was built for as a literal; {@link #CURRENT} would be too, as the
     * compiler copies it.
     */
    public static SpiVersions only(int version) {
        return new SpiVersions(version, version);
    }

    /** Returns whether a provider of this range works with an SPI of a version. */
    public boolean supports(int version) {
        // Additions are optional interfaces, so a provider that was built for an older SPI works with a newer one.
        return oldest <= version;
    }

    /** Returns the range for people, {@code 1} or {@code 1-3}. */
    @Override
    public String toString() {
        return oldest == newest ? Integer.toString(oldest) : oldest + "-" + newest;
    }
}
