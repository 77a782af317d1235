package org.stowage.spi.schema;

import java.util.List;
import org.stowage.spi.value.Field;
import org.stowage.spi.value.ValueType;

/** Whether a field may hold everything that another may. */
final class WiderType {

    private WiderType() {}

    static boolean includes(Field wide, Field narrow) {
        return (wide.nullable() || !narrow.nullable()) && includes(wide.type(), narrow.type());
    }

    static boolean includes(ValueType wide, ValueType narrow) {
        return switch (narrow) {
            case ValueType.Basic basic -> wide.equals(basic);
            case ValueType.Decimal decimal -> wide instanceof ValueType.Decimal other && includes(other, decimal);
            case ValueType.Enumeration enumeration ->
                wide instanceof ValueType.Enumeration other && other.names().containsAll(enumeration.names());
            case ValueType.ListOf list ->
                wide instanceof ValueType.ListOf other && includes(other.element(), list.element());
            case ValueType.Struct struct ->
                wide instanceof ValueType.Struct other && includes(other.fields(), struct.fields());
        };
    }

    private static boolean includes(ValueType.Decimal wide, ValueType.Decimal narrow) {
        return wide.scale() == ValueType.Decimal.ANY_SCALE
                || (narrow.scale() != ValueType.Decimal.ANY_SCALE && wide.scale() >= narrow.scale());
    }

    // A structure keeps the names and order of its fields: its values are stored whole and have no step of their own.
    private static boolean includes(List<Field> wide, List<Field> narrow) {
        if (wide.size() != narrow.size()) {
            return false;
        }
        for (int i = 0; i < wide.size(); i++) {
            if (!wide.get(i).name().equals(narrow.get(i).name()) || !includes(wide.get(i), narrow.get(i))) {
                return false;
            }
        }
        return true;
    }

    /** Returns the type, followed by a question mark if null is allowed. */
    static String describe(Field field) {
        return field.type().describe() + (field.nullable() ? "?" : "");
    }
}
