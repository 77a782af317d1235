package org.stowage.spi.value;


final class ValueCheck {
    private ValueCheck() {}

    static Object check(ValueType type, Object value) { throw new UnsupportedOperationException(); }
}
