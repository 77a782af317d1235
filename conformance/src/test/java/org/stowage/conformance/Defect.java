package org.stowage.conformance;

/** A way in which a provider can be wrong, and the test of the kit that must notice it. */
enum Defect {
    NONE("Lifecycle.isFoundAsAService"),
    LIMIT_BEFORE_FILTER("OrderAndPages.limitsOnlyWhatMatches"),
    LIMIT_BEFORE_ORDER("OrderAndPages.takesTheWantedPartOfTheOrderedResult"),
    NULLS_LAST("OrderAndPages.putsNullFirstAscendingAndLastDescending"),
    UNSTABLE_TIES("OrderAndPages.breaksTiesByTheNextSortAndThenByKey"),
    UTF16_ORDER("Values.sortsEveryTypeInItsOneOrder"),
    LIKE_IGNORES_CASE("Conditions.matchesPatternsCaseSensitivelyByCodePoint"),
    BETWEEN_WITHOUT_ITS_ENDS("Conditions.includesBothEndsOfBetween"),
    NOT_UNKNOWN_IS_TRUE("Conditions.joinsUnknownAsThreeValuedLogicDoes"),
    TRIMS_TEXT("Values.keepsEveryValueOfEveryType"),
    TRUNCATES_NANOSECONDS("Values.keepsEveryValueOfEveryType"),
    COUNTS_ONLY_WHAT_CHANGED("Writes.countsRowsThatMatchedWhetherOrNotTheyChanged"),
    SAVE_REPLACES_BOTH("Writes.neverReplacesAnotherRowThatClashes"),
    COMMITS_EVERY_ROW("Transactions.leavesNothingWithoutACommit"),
    DIRTY_READ("Transactions.hidesWhatIsNotCommitted"),
    SNAPSHOT_FIXED_LATE("Transactions.fixesTheSnapshotOfAReaderWhenItBegins"),
    OPEN_RESULT_CHANGES("Transactions.doesNotChangeAnOpenResultWhenTheTransactionWrites"),
    LOST_UPDATE("Concurrency.letsNoWriterOverwriteWhatItHasNotSeen"),
    CLAIMS_TO_LAST("Lifecycle.holdsAfterReopeningExactlyWhatItsDurabilityClaims"),
    CLAIMS_MANY_WRITERS("Lifecycle.runsExactlyTheTransactionsBesideEachOtherThatItClaims"),
    OPEN_AFTER_CLOSE("Lifecycle.refusesEverythingOnceItIsClosed");

    private final String noticedBy;

    Defect(String noticedBy) {
        this.noticedBy = noticedBy;
    }

    /** Returns the topic and test that must fail. A provider without a defect is still a wrapper, which is no service. */
    String noticedBy() {
        return noticedBy;
    }
}
