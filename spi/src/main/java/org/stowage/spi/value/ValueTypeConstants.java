package org.stowage.spi.value;

/**
 * The constants of {@link ValueType}. They stand apart because a class that implements an interface with default methods
 * initialises it: constants there, made of such classes, could let two threads wait for each other for ever.
 */
interface ValueTypeConstants {
    /** {@link Boolean}. */
    ValueType BOOLEAN = ValueType.Basic.BOOLEAN;
    /** {@link Long}. */
    ValueType INT64 = ValueType.Basic.INT64;
    /** {@link Double}. */
    ValueType FLOAT64 = ValueType.Basic.FLOAT64;
    /** {@link java.math.BigDecimal} of any scale. */
    ValueType DECIMAL = ValueType.Decimal.ANY;
    /** {@link String}. */
    ValueType TEXT = ValueType.Basic.TEXT;
    /** {@link Bytes}. */
    ValueType BYTES = ValueType.Basic.BYTES;
    /** {@link java.util.UUID}. */
    ValueType UUID = ValueType.Basic.UUID;
    /** {@link java.time.Instant}. */
    ValueType INSTANT = ValueType.Basic.INSTANT;
    /** {@link java.time.LocalDate}. */
    ValueType DATE = ValueType.Basic.DATE;
    /** {@link java.time.LocalTime}. */
    ValueType TIME = ValueType.Basic.TIME;
    /** {@link java.time.LocalDateTime}. */
    ValueType DATETIME = ValueType.Basic.DATETIME;
}
