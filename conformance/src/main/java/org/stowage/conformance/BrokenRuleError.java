package org.stowage.conformance;

import java.util.List;
import java.util.stream.Collectors;

/** A provider does not keep a rule of the semantic contract, or one of a few. */
final class BrokenRuleError extends AssertionError {

    private static final long serialVersionUID = 1L;

    private final transient List<Rule> rules;

    private BrokenRuleError(List<Rule> rules, String message, Throwable cause) {
        super(message, cause);
        this.rules = rules;
    }

    /** Returns the rule, or those of which one at least is broken. */
    List<Rule> rules() {
        return rules;
    }

    /** Returns what was thrown with the rule before its message. */
    static BrokenRuleError naming(Rule rule, Throwable thrown) {
        return thrown instanceof BrokenRuleError known ? known : of(List.of(rule), thrown);
    }

    /** Returns what was thrown with the rules before its message, or itself if it names rules already. */
    static Throwable naming(List<Rule> rules, Throwable thrown) {
        return rules.isEmpty() || thrown instanceof BrokenRuleError ? thrown : of(rules, thrown);
    }

    private static BrokenRuleError of(List<Rule> rules, Throwable thrown) {
        String broken = rules.stream().map(rule -> "    " + rule).collect(Collectors.joining("\n"));
        return new BrokenRuleError(rules, "docs/semantics.md does not hold:\n" + broken + "\n" + thrown, thrown);
    }
}
