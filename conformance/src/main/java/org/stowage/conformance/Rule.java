package org.stowage.conformance;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.stowage.spi.value.ValueType;

/** The rules of the semantic contract, by their number and in the words of {@code docs/semantics.md}. */
enum Rule {
    BOOLEAN("1.1", "boolean; false < true"),
    INT64("1.2", "int64; 64 bits, signed; numeric"),
    FLOAT64("1.3", "float64; finite; −0.0 becomes 0.0; numeric"),
    DECIMAL(
            "1.4",
            "decimal; at most 100 digits; 0, or from 10^−500 to below 10^500 (0.digits × 10^e with e from −499 to 500); by mathematical value: 1.0 and 1.00 are equal, and one unique key"),
    TEXT(
            "1.5",
            "text; Unicode without U+0000 and without halves of surrogate pairs, at most 16 MiB of UTF-8; never trimmed or normalised; \"\" is not null; by code point, as unsigned UTF-8 bytes. Not `String.compareTo`"),
    BYTES("1.6", "bytes; at most 16 MiB; unsigned, lexicographic"),
    UUID("1.7", "uuid; 128 bits; as text 36 characters in lower case; unsigned. Not `UUID.compareTo`"),
    INSTANT("1.8", "instant; nanoseconds, of the years 0001 to 9999; time line"),
    LOCAL_TIME("1.9", "date, time, datetime; without zone, nanoseconds, of the years 0001 to 9999; natural"),
    ENUMERATION("1.10", "enum; one of the declared names; by declaration"),
    LIST_AND_STRUCT(
            "1.11",
            "list, struct; at most 64 deep; equality only; neither sorted nor compared, but by a path into a struct"),
    DECLARED_SCALE("1.12", "A decimal with a declared scale refuses what would need rounding"),
    ONE_ORDER("1.13", "This one order holds for keys, unique values, sorting and comparing"),
    ROUND_TRIP("1.14", "A value comes back as it went"),
    REFUSED_VALUES("1.15", "A value that no store may hold is refused before any provider sees it"),
    GENERATED_IDS("1.16", "Generated ids are made above the provider, never by an engine"),
    THREE_VALUES("2.1", "A condition is true, false or unknown; what is kept is what is true"),
    NULL_IN_PATH("2.2", "Null in a path makes the path null, and null in a calculation the result"),
    LITERAL_NULL("2.3", "A literal is never null"),
    NULL_PARAMETER("2.4", "A parameter that is bound to null compares as unknown"),
    IN("2.5", "An `in` without a value is false for every row, and `not in` without one true"),
    BETWEEN("2.6", "`between` includes both ends"),
    LIKE_CASE("2.7", "`like` respects case"),
    LIKE_CODE_POINT("2.8", "In a pattern `_` is any one code point"),
    LIKE_ESCAPE("2.9", "There is an escape only if the query declares one"),
    LITERAL_PARTS("2.10", "What a text starts with, ends with or contains is taken literally"),
    CASE_FOLDING("2.11", "`lower` and `upper` are those of Unicode, without a locale"),
    CODE_POINTS("2.12", "`length`, `left` and `right` count code points"),
    INT64_CALCULATION("2.13", "Calculation with int64 is checked"),
    DECIMAL_CALCULATION("2.14", "A decimal is calculated exactly, and equal by value whatever its digits"),
    FINITE("2.15", "A float64 that is not finite is an error"),
    NO_NEGATIVE_ZERO("2.16", "A calculation never gives −0.0"),
    ORDER_OF_ERRORS("2.17", "Errors have an order"),
    LOCAL_IS_UTC("2.18", "`local date`, `local time` and `local datetime` are those of UTC"),
    QUERY_LIMITS("2.19", "A query has limits"),
    PUSH_DOWN("2.20", "What the store does itself and what the engine does for it give the same answer"),
    NULL_IS_SMALLEST("3.1", "Null is the smallest value"),
    TOTAL_ORDER("3.2", "Every result is in a total order"),
    LIMIT_AFTER_FILTER("3.3", "Offset and limit count the rows that match"),
    LIMIT_AFTER_ORDER("3.4", "Offset and limit count the rows in their order"),
    CURSOR("3.5", "Pages by cursor neither repeat nor skip a row that was not touched"),
    EMPTY_PARTS("3.6", "A limit of 0 is empty, one that is negative an error, an offset past the end empty"),
    INSERT("4.1", "insert; `Exists`; inserts"),
    UPDATE("4.2", "update; replaces; `StaleVersion` if the stored version is another than the expected; `Missing`"),
    SAVE("4.3", "save; replaces, by key alone; `StaleVersion` as above; inserts"),
    DELETE("4.4", "delete; deletes; `StaleVersion` as above; of an entity: `Missing`; by key or condition: counts 0"),
    UNIQUE("4.5", "A clash with a unique index is `UniqueViolated`, also for a save"),
    NULL_NEVER_CLASHES("4.6", "A tuple that holds a null never clashes"),
    BATCH("4.7", "A batch is one atomic write, row by row in the given order"),
    KEY_TWICE("4.8", "A key twice in a batch: insert fails, save keeps the last"),
    COUNTS("4.9", "Counts are exact"),
    BULK("4.10", "A bulk update or delete goes through the rows in key order"),
    CAUSE_IS_SEEN("4.11", "A clash, or a version that is stale, is reported once its cause can be seen"),
    VERSIONS("4.12", "Versions are counted above the provider"),
    ROW_LIMITS("4.13", "Rows have limits"),
    SERIALIZABLE("5.1", "Read-write transactions are strictly serializable"),
    NOTHING_UNCOMMITTED("5.2", "What is not committed is seen by nobody else"),
    SNAPSHOT("5.3", "Read-only transactions see one snapshot, that of the moment they began"),
    OWN_WRITES("5.4", "A transaction sees its own writes"),
    OPEN_RESULT("5.5", "A result that is being read does not change"),
    ROWS_ARE_COPIES("5.6", "A row that was handed out never changes"),
    ABORTED("5.7", "An operation that fails rolls the transaction back"),
    PATIENCE("5.8", "Waiting ends after the patience (10 seconds) with `Timeout`"),
    RETRY("5.9", "A `Conflict` is run again by `inTransaction`"),
    INTERRUPT("5.10", "An interrupted wait is `Cancelled`; no store is harmed"),
    ONE_THREAD("5.11", "A transaction belongs to one thread and one store, and ends once"),
    NESTED("5.12", "One inside of another is a part of it"),
    ROLLBACK("5.13", "A transaction without a commit leaves nothing"),
    DURABLE("6.1", "A commit that was acknowledged by a durable provider survives"),
    PREFIX("6.2", "After a crash, what is there is a beginning of the order of commits"),
    COMMIT_TELLS_THE_TRUTH("6.3", "A commit that returned is there, and one that threw is not"),
    CORRUPT("6.4", "What cannot be read is refused as `Corrupt`, with its place"),
    LOCKED("6.5", "One process per embedded store"),
    CLOSED("6.6", "A store that is closed refuses everything and gives back all that it held"),
    CLAIMS("6.7", "What a provider claims is there, and what it does not claim is not"),
    MEDIUM_FAILS("6.8", "A medium that fails makes an error, never a wrong answer"),
    NAMES("7.1", "Entities and fields are Java identifiers of any script; case counts, and keywords are allowed"),
    SHAPE_CHANGE_IS_ATOMIC("7.2", "A change of shape is a transaction of its own, whole or not at all"),
    ROWS_SURVIVE_SHAPES("7.3", "Rows that are there keep what they hold through every change of shape"),
    UNFIT_SHAPE("7.4", "A change of shape that does not fit is refused"),
    ERRORS("8.1", "There is one sealed family of errors, unchecked, one class for each reaction"),
    ERROR_CHANGES_NOTHING("8.2", "After any error the state is as before"),
    NEAREST_NAME("8.3", "A wrong name is answered with the nearest right one");

    private final String number;
    private final String words;

    Rule(String number, String words) {
        this.number = number;
        this.words = words;
    }

    /** Returns what the values of a type are, and their order. */
    static Rule of(ValueType type) {
        return switch (type) {
            case ValueType.Basic basic ->
                switch (basic) {
                    case BOOLEAN -> BOOLEAN;
                    case INT64 -> INT64;
                    case FLOAT64 -> FLOAT64;
                    case TEXT -> TEXT;
                    case BYTES -> BYTES;
                    case UUID -> UUID;
                    case INSTANT -> INSTANT;
                    case DATE, TIME, DATETIME -> LOCAL_TIME;
                };
            case ValueType.Decimal decimal -> DECIMAL;
            case ValueType.Enumeration enumeration -> ENUMERATION;
            case ValueType.ListOf list -> LIST_AND_STRUCT;
            case ValueType.Struct struct -> LIST_AND_STRUCT;
        };
    }

    private static final List<String> SECTIONS = List.of(
            "1-values",
            "2-conditions",
            "3-order-and-pages",
            "4-writes",
            "5-transactions",
            "6-durability",
            "7-names-and-shapes",
            "8-errors");

    /** Without these another answer would come, or a failure pass for success, and nobody would see it. */
    private static final Set<Rule> ALWAYS = EnumSet.of(
            ONE_ORDER,
            ROUND_TRIP,
            ROWS_ARE_COPIES,
            COMMIT_TELLS_THE_TRUTH,
            CLAIMS,
            MEDIUM_FAILS,
            ERROR_CHANGES_NOTHING);

    /** Returns whether a provider may do without it and say so. */
    boolean mayBeLeftOut() {
        return !isMeaningOfQueries() && !ALWAYS.contains(this);
    }

    /** Returns whether it says what a query means, which the engine does for every provider that leaves it to it. */
    boolean isMeaningOfQueries() {
        return section() == 2 || section() == 3;
    }

    /** Returns the place in the document where it stands. */
    String anchor() {
        return "docs/semantics.md#" + SECTIONS.get(section() - 1);
    }

    private int section() {
        return number.charAt(0) - '0';
    }

    String number() {
        return number;
    }

    String words() {
        return words;
    }

    /** Returns number and words. */
    @Override
    public String toString() {
        return number + " " + words;
    }
}
