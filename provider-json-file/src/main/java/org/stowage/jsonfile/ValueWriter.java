package org.stowage.jsonfile;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import org.stowage.spi.value.Bytes;
import org.stowage.spi.value.Row;
import org.stowage.spi.value.TemporalCode;
import org.stowage.spi.value.UuidCode;
import org.stowage.spi.value.ValueType;
import tools.jackson.core.JsonGenerator;

/** Writes neutral values of one type as JSON. Immutable. */
@FunctionalInterface
interface ValueWriter {

    void write(JsonGenerator json, Object value);

    /** Returns what writes values of a type. */
    static ValueWriter of(ValueType type) {
        return switch (type) {
            case ValueType.Basic basic -> ofBasic(basic);
            case ValueType.Decimal decimal -> (json, value) -> json.writeString(plain(decimal, (BigDecimal) value));
            case ValueType.Enumeration ignored -> (json, value) -> json.writeString((String) value);
            case ValueType.ListOf list -> listOf(ValueWriter.of(list.element()));
            case ValueType.Struct struct -> {
                FieldsWriter fields = new FieldsWriter(struct.fields());
                yield (json, value) -> fields.write(json, (Row) value);
            }
        };
    }

    private static ValueWriter ofBasic(ValueType.Basic type) {
        return switch (type) {
            case BOOLEAN -> (json, value) -> json.writeBoolean((Boolean) value);
            case INT64 -> (json, value) -> int64(json, (Long) value);
            case FLOAT64 -> (json, value) -> json.writeNumber((double) (Double) value);
            case TEXT -> (json, value) -> json.writeString((String) value);
            case BYTES -> (json, value) -> json.writeBinary(((Bytes) value).toArray());
            case UUID -> (json, value) -> json.writeString(UuidCode.encode((UUID) value));
            case INSTANT -> (json, value) -> json.writeString(TemporalCode.encode((Instant) value));
            case DATE -> (json, value) -> json.writeString(TemporalCode.encode((LocalDate) value));
            case TIME -> (json, value) -> json.writeString(TemporalCode.encode((LocalTime) value));
            case DATETIME -> (json, value) -> json.writeString(TemporalCode.encode((LocalDateTime) value));
        };
    }

    private static void int64(JsonGenerator json, long value) {
        if (LargeNumber.is(value)) {
            json.writeString(Long.toString(value));
        } else {
            json.writeNumber(value);
        }
    }

    // Neutral decimals have no trailing zeros; people expect those that the schema declares.
    private static String plain(ValueType.Decimal type, BigDecimal value) {
        return (value.scale() < type.scale() ? value.setScale(type.scale()) : value).toPlainString();
    }

    private static ValueWriter listOf(ValueWriter element) {
        return (json, value) -> {
            json.writeStartArray();
            for (Object each : (List<?>) value) {
                element.write(json, each);
            }
            json.writeEndArray();
        };
    }
}
