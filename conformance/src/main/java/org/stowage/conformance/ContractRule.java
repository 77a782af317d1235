package org.stowage.conformance;

/**
 * A rule of the semantic contract.
 *
 * @param number its number, such as {@code 3.1}
 * @param words what it says
 * @param anchor where it stands, such as {@code docs/semantics.md#3-order-and-pages}
 */
public record ContractRule(String number, String words, String anchor) {

    static ContractRule of(Rule rule) {
        return new ContractRule(rule.number(), rule.words(), rule.anchor());
    }

    /** Returns number and words. */
    @Override
    public String toString() {
        return number + " " + words;
    }
}
