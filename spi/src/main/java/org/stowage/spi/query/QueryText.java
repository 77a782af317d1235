package org.stowage.spi.query;


final class QueryText {
    private QueryText() {}

    static String describe(Query query) { throw new UnsupportedOperationException(); }
}
