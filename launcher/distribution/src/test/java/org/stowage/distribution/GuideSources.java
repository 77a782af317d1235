package org.stowage.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.stowage.distribution.MarkdownBlocks.Block;

/** Compares the Java of a guide with code that is compiled and tested. */
final class GuideSources {

    static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();

    // A line that stands for what a guide leaves out.
    private static final String LEFT_OUT = "// …";

    private GuideSources() {}

    /** Requires that every Java block of a guide stands in one of the sources, in one piece between what is left out. */
    static void contain(String guide, Path... sources) {
        List<String> texts = Arrays.stream(sources)
                .map(MarkdownBlocks::read)
                .map(GuideSources::withoutSpace)
                .toList();
        List<Block> blocks = MarkdownBlocks.of(ROOT.resolve("docs").resolve(guide)).stream()
                .filter(block -> block.language().equals("java"))
                .toList();
        assertThat(blocks).isNotEmpty();
        for (Block block : blocks) {
            for (String piece : block.text().split(LEFT_OUT, -1)) {
                assertThat(texts.stream().anyMatch(text -> text.contains(withoutSpace(piece))))
                        .as("in %s, the block of %s with%n%s", sourceNames(sources), guide, piece)
                        .isTrue();
            }
        }
    }

    private static String sourceNames(Path... sources) {
        return Arrays.stream(sources)
                .map(source -> source.getFileName().toString())
                .collect(Collectors.joining(", "));
    }

    /** The formatter breaks lines in its own places. */
    private static String withoutSpace(String text) {
        return text.replaceAll("\\s", "");
    }
}
