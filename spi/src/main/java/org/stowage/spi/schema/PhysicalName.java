package org.stowage.spi.schema;

/** x */
public final class PhysicalName {
    private PhysicalName() {}
    /** x */
    public static String entity(String name) { throw new UnsupportedOperationException(); }
    /** x */
    public static String field(String name) { throw new UnsupportedOperationException(); }
    /** x */
    public static String index(String entity, Index index) { throw new UnsupportedOperationException(); }
}
