package org.stowage.layers.verify;

import java.math.BigDecimal;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.stowage.spi.error.BadConfigurationException;
import org.stowage.spi.error.ErrorContext;

/**
 * A share of many.
 *
 * @param percent from 0 to 100
 */
public record Share(double percent) {

    /** Nothing. */
    public static final Share NONE = new Share(0);

    private static final Pattern TEXT = Pattern.compile("([0-9]{1,3}(?:\\.[0-9]{1,9})?)%");

    /** Creates the share. */
    public Share {
        if (!(percent >= 0 && percent <= 100)) {
            throw new IllegalArgumentException("a share of '" + percent + "' percent is not from 0 to 100");
        }
    }

    /**
     * Reads a share such as {@code 1%} or {@code 0.5%}.
     *
     * @throws BadConfigurationException if the text is none
     */
    public static Share parse(String text) {
        Matcher number = TEXT.matcher(text);
        if (!number.matches() || new BigDecimal(number.group(1)).compareTo(BigDecimal.valueOf(100)) > 0) {
            throw new BadConfigurationException(
                    ErrorContext.none(),
                    "'" + text + "' is no share: expected a number from 0 to 100 and '%', such as '1%'");
        }
        return new Share(Double.parseDouble(number.group(1)));
    }

    /** Returns whether it is nothing. */
    public boolean none() {
        return percent == 0;
    }

    /** Returns whether the next one is part of the share, by chance. */
    boolean chooses() {
        return percent == 100 || ThreadLocalRandom.current().nextDouble(100) < percent;
    }

    /** Returns the share as it is read, such as {@code 1%}. */
    @Override
    public String toString() {
        return BigDecimal.valueOf(percent).stripTrailingZeros().toPlainString() + "%";
    }
}
