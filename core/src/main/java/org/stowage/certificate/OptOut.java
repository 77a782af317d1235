package org.stowage.certificate;

import java.util.regex.Pattern;

/**
 * A rule of the semantic contract that a provider does not keep and was not tested for, with the reason.
 *
 * @param rule its number in {@code docs/semantics.md}, such as {@code 6.4}
 * @param reason one line for people, 1 to 300 characters without any that control a terminal
 */
public record OptOut(String rule, String reason) {

    /** The greatest length of a reason. */
    public static final int LONGEST_REASON = 300;

    private static final Pattern NUMBER = Pattern.compile("[1-9]\\d?\\.[1-9]\\d?");

    /** Creates the opt-out; the number must have its form, and the reason must say something. */
    public OptOut {
        if (!NUMBER.matcher(rule).matches()) {
            throw new IllegalArgumentException("'" + PlainText.shown(rule)
                    + "' is no number of a rule, such as '6.4'; docs/semantics.md has the numbers");
        }
        if (reason.isBlank()) {
            throw new IllegalArgumentException("rule '" + rule + "' is left out without a reason; say why, as in '"
                    + rule + "=files have no checksums'");
        }
        PlainText.require("the reason for leaving out rule '" + rule + "'", reason, LONGEST_REASON);
    }

    /**
     * Reads {@code RULE=REASON}.
     *
     * @throws IllegalArgumentException if it has not that form, or no reason; says what is wrong
     */
    public static OptOut parse(String text) {
        int equals = text.indexOf('=');
        return equals < 0
                ? new OptOut(text.strip(), "")
                : new OptOut(
                        text.substring(0, equals).strip(),
                        text.substring(equals + 1).strip());
    }

    /** Returns it as {@link #parse} reads it. */
    @Override
    public String toString() {
        return rule + "=" + reason;
    }
}
