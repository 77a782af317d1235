package org.stowage.spi.value;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.stowage.spi.error.ErrorContext;
import org.stowage.spi.error.InvalidValueException;
import org.stowage.spi.error.NearestName;

/**
 * Reads a type as {@link ValueTypeText} writes it. White space may stand between the parts, and the names of types may be in
 * any case.
 */
final class ValueTypeParser {

    private static final Map<String, ValueType> BASIC = basicTypes();
    private static final List<String> NAMES = typeNames();

    private final String text;
    private int position;

    private ValueTypeParser(String text) {
        this.text = text;
    }

    static ValueType parse(String text) {
        ValueTypeParser parser = new ValueTypeParser(text);
        ValueType type = parser.type(0);
        parser.skipSpace();
        if (parser.position < text.length()) {
            throw parser.invalid(parser.position, "expected the end");
        }
        return type;
    }

    private ValueType type(int depth) {
        skipSpace();
        int start = position;
        String name = identifier("a type");
        String lower = name.toLowerCase(Locale.ROOT);
        ValueType basic = BASIC.get(lower);
        if (basic != null) {
            return basic;
        }
        boolean nests = lower.equals("list") || lower.equals("struct");
        if (nests && depth == ValueCheck.DEPTH) {
            throw invalid(start, "expected at most " + ValueCheck.DEPTH + " lists and structures in each other");
        }
        return switch (lower) {
            case "decimal" -> decimal();
            case "enum" -> enumeration();
            case "list" -> list(depth);
            case "struct" -> struct(depth);
            default -> throw invalid(start, "no type is named '" + name + "'" + NearestName.hint(lower, NAMES));
        };
    }

    private ValueType decimal() {
        if (!accept('(')) {
            return ValueType.DECIMAL;
        }
        skipSpace();
        int start = position;
        while (position < text.length() && text.charAt(position) >= '0' && text.charAt(position) <= '9') {
            position++;
        }
        String digits = text.substring(start, position);
        if (digits.isEmpty() || digits.length() > 3 || Integer.parseInt(digits) > ValueType.Decimal.MOST_SCALE) {
            throw invalid(start, "expected a scale from 0 to " + ValueType.Decimal.MOST_SCALE);
        }
        expect(')');
        return new ValueType.Decimal(Integer.parseInt(digits));
    }

    private ValueType enumeration() {
        int start = position;
        List<String> names = new ArrayList<>();
        expect('(');
        do {
            skipSpace();
            names.add(position < text.length() && text.charAt(position) == '"' ? quoted() : identifier("a name"));
        } while (accept(','));
        expect(')');
        if (names.stream().distinct().count() != names.size()) {
            throw invalid(start, "expected no name twice");
        }
        return new ValueType.Enumeration(names);
    }

    private ValueType list(int depth) {
        expect('(');
        ValueType element = type(depth + 1);
        expect(')');
        return new ValueType.ListOf(element);
    }

    private ValueType struct(int depth) {
        int start = position;
        List<Field> fields = new ArrayList<>();
        expect('(');
        do {
            skipSpace();
            String name = identifier("the name of a field");
            boolean nullable = accept('?');
            fields.add(new Field(name, type(depth + 1), nullable));
        } while (accept(','));
        expect(')');
        if (fields.stream().map(Field::name).distinct().count() != fields.size()) {
            throw invalid(start, "expected no field twice");
        }
        return new ValueType.Struct(fields);
    }

    private String identifier(String expected) {
        int start = position;
        while (position < text.length() && Character.isJavaIdentifierPart(text.codePointAt(position))) {
            position += Character.charCount(text.codePointAt(position));
        }
        if (position == start) {
            throw invalid(start, "expected " + expected);
        }
        return text.substring(start, position);
    }

    private String quoted() {
        int start = position++;
        StringBuilder name = new StringBuilder();
        while (position < text.length() && text.charAt(position) != '"') {
            if (text.charAt(position) == '\\') {
                position++;
            }
            if (position < text.length()) {
                name.append(text.charAt(position++));
            }
        }
        if (position == text.length()) {
            throw invalid(start, "expected a quotation mark at the end of the name");
        }
        position++;
        return name.toString();
    }

    private void expect(char character) {
        if (!accept(character)) {
            throw invalid(position, "expected '" + character + "'");
        }
    }

    private boolean accept(char character) {
        skipSpace();
        boolean found = position < text.length() && text.charAt(position) == character;
        position += found ? 1 : 0;
        return found;
    }

    private void skipSpace() {
        while (position < text.length() && Character.isWhitespace(text.charAt(position))) {
            position++;
        }
    }

    private InvalidValueException invalid(int where, String message) {
        return new InvalidValueException(
                ErrorContext.none(), ShownValue.of(text) + " is no type: at column " + (where + 1) + ", " + message);
    }

    private static Map<String, ValueType> basicTypes() {
        Map<String, ValueType> types = new TreeMap<>();
        for (ValueType.Basic basic : ValueType.Basic.values()) {
            types.put(basic.describe(), basic);
        }
        return types;
    }

    private static List<String> typeNames() {
        List<String> names = new ArrayList<>(BASIC.keySet());
        names.addAll(List.of("decimal", "enum", "list", "struct"));
        return names;
    }
}
