package org.stowage.conformance;

/** What a provider may be able to do beyond what each must; which of them it can, its {@link ProviderHarness} says. */
public enum Ability {
    /** Its transactions are {@link org.stowage.spi.RowCounter}s. */
    COUNTS,
    /** Its transactions are {@link org.stowage.spi.ScanExplainer}s. */
    EXPLAINS,
    /** Its stores or transactions are {@link org.stowage.spi.Unwrapping}. */
    UNWRAPS,
    /** It does the common conditions itself: comparisons of every type, ranges, lists, null, beginnings of texts, and what joins them. */
    FILTERS,
    /** It gives rows of every ordered type in order, without an index too. */
    ORDERS,
    /** It takes the wanted part of a result itself when it has done the filter and the order. */
    LIMITS
}
