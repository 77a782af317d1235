package org.stowage.conformance;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A test of the kit that a provider did not pass.
 *
 * @param topic the topic it belongs to, such as {@code Transactions}
 * @param test its name, a sentence without blanks
 * @param rules the rules of which one at least is broken; never empty
 * @param message what was expected and what came, for people
 * @param source a program against the SPI that fails as long as the provider does, {@code FailingCase.java}, or null if there is none
 */
public record FailedTest(
        String topic,
        String test,
        List<ContractRule> rules,
        String message,
        @Nullable String source) {

    /** Creates it with a copy of the rules. */
    public FailedTest {
        rules = List.copyOf(rules);
    }

    /** Returns the program that shows the failure, if there is one. */
    public Optional<String> program() {
        return Optional.ofNullable(source);
    }
}
