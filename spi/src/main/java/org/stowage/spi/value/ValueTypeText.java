package org.stowage.spi.value;


final class ValueTypeText {
    private ValueTypeText() {}

    static String describe(ValueType type) { throw new UnsupportedOperationException(); }
}
