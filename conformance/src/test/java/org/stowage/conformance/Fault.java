package org.stowage.conformance;

import java.util.List;
import java.util.stream.Stream;

/** A way in which a provider can be wrong, and the rule that it breaks: a failing test of the kit must name it. */
enum Fault {
    NULLS_LAST(Rule.NULL_IS_SMALLEST),
    UTF16_ORDER(Rule.TEXT),
    SIGNED_UUID(Rule.UUID),
    NAN_KEPT(Rule.FINITE),
    NEGATIVE_ZERO_KEPT(Rule.NO_NEGATIVE_ZERO),
    SCALE_SENSITIVE_DECIMALS(Rule.DECIMAL_CALCULATION),
    LOST_UPDATE(Rule.SERIALIZABLE),
    WRITE_SKEW(Rule.SERIALIZABLE),
    DIRTY_READ(Rule.NOTHING_UNCOMMITTED),
    SNAPSHOT_FIXED_LATE(Rule.SNAPSHOT),
    NON_ATOMIC_BATCH(Rule.BATCH),
    SWALLOWED_ERROR_AT_COMMIT(Rule.COMMIT_TELLS_THE_TRUTH),
    COMMIT_OF_AN_ABORTED_TRANSACTION(Rule.ABORTED),
    MISSING_SYNC(Rule.DURABLE),
    MISSING_FOLDER_SYNC(Rule.DURABLE),
    ALIASING_ROWS(Rule.ROWS_ARE_COPIES),
    LIMIT_BEFORE_FILTER(Rule.LIMIT_AFTER_FILTER),
    LIMIT_BEFORE_ORDER(Rule.LIMIT_AFTER_ORDER),
    UNSTABLE_TIES(Rule.TOTAL_ORDER),
    LIKE_IGNORING_CASE(Rule.LIKE_CASE),
    UNDERSCORE_AS_UTF16_UNIT(Rule.LIKE_CODE_POINT),
    COUNT_OFF_ON_NO_OP_UPDATES(Rule.COUNTS),
    SAVE_REPLACING_TWO_ROWS(Rule.UNIQUE),
    UNIQUE_INDEX_IGNORING_ONE_NULL(Rule.NULL_NEVER_CLASHES),
    CURSOR_SKIPPING_TIES(Rule.CURSOR),
    WRONG_BETWEEN(Rule.BETWEEN),
    TRIMMED_TEXT(Rule.TEXT),
    TRUNCATED_NANOSECONDS(Rule.INSTANT),
    ID_REUSE(Rule.GENERATED_IDS),
    LEAKED_LOCK_AFTER_CLOSE(Rule.CLOSED),

    // More of them, and the claims.
    NOT_UNKNOWN_IS_TRUE(Rule.THREE_VALUES),
    OPEN_RESULT_CHANGES(Rule.OPEN_RESULT),
    CLAIMS_TO_LAST(Rule.CLAIMS),
    CLAIMS_MANY_WRITERS(Rule.CLAIMS),
    OPEN_AFTER_CLOSE(Rule.CLOSED),
    LEAKED_THREAD_AFTER_CLOSE(Rule.CLOSED),

    /** None, on a provider whose writers take turns. */
    NONE(null),
    /** None, on a provider whose writers run beside each other. */
    NONE_BESIDE_OTHERS(null),
    /** None, on a provider over a medium that can lose power. */
    NONE_ON_A_MEDIUM(null);

    private final Rule broken;

    Fault(Rule broken) {
        this.broken = broken;
    }

    /** Returns those that a kit must be known to catch. */
    static List<Fault> planted() {
        return Stream.of(values())
                .filter(fault -> fault.compareTo(LEAKED_LOCK_AFTER_CLOSE) <= 0)
                .toList();
    }

    /** Returns those that are caught beside them. */
    static List<Fault> more() {
        return Stream.of(values())
                .filter(fault -> fault.broken != null && fault.compareTo(LEAKED_LOCK_AFTER_CLOSE) > 0)
                .toList();
    }

    /** Returns the names for those that are none. */
    static List<Fault> none() {
        return Stream.of(values()).filter(fault -> fault.broken == null).toList();
    }

    /** Returns the rule that is broken; null if this is none. */
    Rule broken() {
        return broken;
    }

    /** Returns whether a provider on which writers run beside each other has it. */
    boolean besideOthers() {
        return switch (this) {
            case LOST_UPDATE, WRITE_SKEW, DIRTY_READ, SWALLOWED_ERROR_AT_COMMIT, NONE_BESIDE_OTHERS -> true;
            default -> false;
        };
    }

    /** Returns whether a provider over a simulated medium has it. */
    boolean onMedium() {
        return switch (this) {
            case MISSING_SYNC, MISSING_FOLDER_SYNC, NONE_ON_A_MEDIUM -> true;
            default -> false;
        };
    }
}
