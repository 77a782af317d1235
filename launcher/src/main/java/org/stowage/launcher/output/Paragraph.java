package org.stowage.launcher.output;

import java.util.Map;

/** Text for people, broken between words where the terminal says how wide it is, and a line of any length where nobody says so. */
public final class Paragraph {

    private static final int NARROWEST = 40;

    private final int width;

    /**
     * Creates it.
     *
     * @param environment its variable {@code COLUMNS} says how wide the terminal is
     */
    public Paragraph(Map<String, String> environment) {
        this.width = width(environment.getOrDefault("COLUMNS", ""));
    }

    private static int width(String columns) {
        try {
            return Math.max(NARROWEST, Integer.parseInt(columns.strip()));
        } catch (NumberFormatException e) {
            return Integer.MAX_VALUE;
        }
    }

    /**
     * Appends a text and the end of its line.
     *
     * @param lines what it is appended to, which ends in the middle of a line
     * @param indentation how much of that line is taken, and left blank on those that follow
     */
    public void append(StringBuilder lines, String text, int indentation) {
        int column = indentation;
        for (String word : SafeText.of(text).split(" ", -1)) {
            int end = column + (column == indentation ? 0 : 1) + DisplayWidth.of(word);
            if (column > indentation && end > width) {
                lines.append('\n').append(" ".repeat(indentation));
                column = indentation;
            } else if (column > indentation) {
                lines.append(' ');
                column++;
            }
            lines.append(word);
            column += DisplayWidth.of(word);
        }
        lines.append('\n');
    }
}
