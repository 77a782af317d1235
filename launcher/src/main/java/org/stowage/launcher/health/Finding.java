package org.stowage.launcher.health;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Something that was looked at.
 *
 * @param level whether it is well
 * @param subject what was looked at, in a word or two
 * @param text what was found, without a full stop
 * @param remedy what to do about it, or null if nothing is to be done
 */
public record Finding(
        Level level, String subject, String text, @Nullable String remedy) {

    /** Whether something is well. */
    public enum Level {
        /** As it should be. */
        OK,
        /** Works, but somebody may have meant something else. */
        WARNING,
        /** Does not work. */
        PROBLEM;

        /** Returns it for people and machines. */
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static Finding ok(String subject, String text) {
        return new Finding(Level.OK, subject, text, null);
    }

    static Finding warning(String subject, String text, String remedy) {
        return new Finding(Level.WARNING, subject, text, remedy);
    }

    static Finding problem(String subject, String text, String remedy) {
        return new Finding(Level.PROBLEM, subject, text, remedy);
    }
}
