package org.stowage.spi;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.stowage.spi.error.BadConfigurationException;
import org.stowage.spi.error.ErrorContext;
import org.stowage.spi.error.NearestName;

/** Checks the texts of options against what a provider declares. */
final class OptionCheck {

    private static final Pattern COUNT = Pattern.compile("[0-9]{1,18}");
    private static final Pattern DURATION = Pattern.compile("([0-9]{1,9})(ms|s|m|h)");

    private OptionCheck() {}

    static void check(String store, String provider, Map<String, StoreOption> declared, String name, String text) {
        StoreOption option = declared.get(name);
        if (option == null) {
            throw new BadConfigurationException(
                    ErrorContext.of(store),
                    "provider '" + provider + "' has no option '" + name + "'"
                            + NearestName.hint(name, declared.keySet()));
        }
        String expected = expectedInstead(option, text);
        if (expected != null) {
            String shown = option.secret() ? "the secret value" : "'" + text + "'";
            throw new BadConfigurationException(
                    ErrorContext.of(store),
                    shown + " is no value of option '" + name + "' of provider '" + provider + "': expected "
                            + expected);
        }
    }

    private static @Nullable String expectedInstead(StoreOption option, String text) {
        return switch (option.kind()) {
            case TEXT -> null;
            case FLAG -> text.equals("true") || text.equals("false") ? null : "'true' or 'false'";
            case COUNT -> COUNT.matcher(text).matches() ? null : "a whole number from 0";
            case DURATION ->
                parse(text).isPresent() ? null : "a whole number and 'ms', 's', 'm' or 'h', such as '250ms' or '10s'";
            case CHOICE ->
                option.choices().contains(text) ? null : "one of '" + String.join("', '", option.choices()) + "'";
        };
    }

    static Duration duration(String text) {
        return parse(text)
                .orElseThrow(
                        () -> new BadConfigurationException(
                                ErrorContext.none(),
                                "'" + text
                                        + "' is no duration: expected a whole number and 'ms', 's', 'm' or 'h', such as '250ms'"));
    }

    private static Optional<Duration> parse(String text) {
        Matcher parts = DURATION.matcher(text);
        if (!parts.matches()) {
            return Optional.empty();
        }
        long number = Long.parseLong(parts.group(1));
        return Optional.of(
                switch (parts.group(2)) {
                    case "ms" -> Duration.ofMillis(number);
                    case "s" -> Duration.ofSeconds(number);
                    case "m" -> Duration.ofMinutes(number);
                    default -> Duration.ofHours(number);
                });
    }
}
