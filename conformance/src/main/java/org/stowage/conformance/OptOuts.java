package org.stowage.conformance;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.stowage.certificate.OptOut;
import org.stowage.spi.error.NearestName;

/** The rules that are left out, and why. */
final class OptOuts {

    private final Map<Rule, String> reasons;

    private OptOuts(Map<Rule, String> reasons) {
        this.reasons = reasons;
    }

    /**
     * Returns those that were said.
     *
     * @throws IllegalArgumentException if a rule is not there, is named twice or may not be left out
     */
    static OptOuts of(List<OptOut> said) {
        Map<Rule, String> reasons = new EnumMap<>(Rule.class);
        for (OptOut optOut : said) {
            Rule rule = rule(optOut.rule());
            if (!rule.mayBeLeftOut()) {
                throw new IllegalArgumentException("rule '" + rule
                        + "' cannot be left out: without it the same question has another answer on this provider, and nobody sees it"
                        + (rule.isMeaningOfQueries() ? "; leave to the engine what the provider does not do so" : ""));
            }
            if (reasons.putIfAbsent(rule, optOut.reason()) != null) {
                throw new IllegalArgumentException("rule '" + rule + "' is left out twice; say one reason");
            }
        }
        return new OptOuts(reasons);
    }

    private static Rule rule(String number) {
        return Stream.of(Rule.values())
                .filter(rule -> rule.number().equals(number))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no rule '" + number + "' in docs/semantics.md"
                        + NearestName.hint(
                                number,
                                Stream.of(Rule.values()).map(Rule::number).toList())));
    }

    /** Returns why one of several rules is left out, if one is. */
    Optional<String> reason(Rule... rules) {
        return Stream.of(rules)
                .filter(reasons::containsKey)
                .findFirst()
                .map(rule -> "rule " + rule.number() + " is left out: " + reasons.get(rule));
    }

    boolean contain(Rule rule) {
        return reasons.containsKey(rule);
    }
}
