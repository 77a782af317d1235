package org.stowage.distribution;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The fenced blocks of a Markdown file. */
final class MarkdownBlocks {

    private static final String FENCE = "```";

    private MarkdownBlocks() {}

    /** A block, and the language that its fence names. */
    record Block(String language, String text) {}

    static List<Block> of(Path file) {
        List<Block> blocks = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        String language = null;
        for (String line : read(file).lines().toList()) {
            if (!line.startsWith(FENCE)) {
                text.append(line).append('\n');
            } else if (language == null) {
                language = line.substring(FENCE.length());
                text.setLength(0);
            } else {
                blocks.add(new Block(language, text.toString()));
                language = null;
            }
        }
        return blocks;
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
