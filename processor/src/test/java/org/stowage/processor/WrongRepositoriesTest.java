package org.stowage.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import jakarta.data.exceptions.MappingException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.stowage.Stowage;

/**
 * Each file in {@code wrong/} is a repository with mistakes. The line on which the compiler is to tell one ends with {@code // !} and the
 * message.
 */
class WrongRepositoriesTest {

    private static final String MARK = "// ! ";

    private record Expected(String file, int line, String text) {
        String message() {
            return file + ":" + line + " error " + text;
        }
    }

    static List<Path> files() throws IOException {
        return Resources.files("wrong");
    }

    @Test
    void thereAreMany() throws IOException {
        assertThat(files()).hasSizeGreaterThanOrEqualTo(40);
    }

    @ParameterizedTest
    @MethodSource("files")
    void theCompilerSaysWhatTheRunWouldSay(Path file) throws IOException, ClassNotFoundException {
        String source = Files.readString(file);
        String name = file.getFileName().toString();
        List<Expected> expected = expected(name, source);
        assertThat(expected).isNotEmpty();

        assertThat(compiler(source).compile().messages())
                .containsExactlyInAnyOrderElementsOf(
                        expected.stream().map(Expected::message).toList());

        Compiler.Result unchecked = compiler(source).withoutProcessor().compile();
        assertThat(unchecked.messages()).isEmpty();
        Class<?> type = unchecked.loader().loadClass("shop." + name.replace(".java", ""));
        try (Stowage stowage = Stowage.open("memory")) {
            Throwable refused = catchThrowable(() -> stowage.repository(type));
            assertThat(refused).isInstanceOf(MappingException.class);
            assertThat(expected).allSatisfy(each -> assertThat(refused).hasMessageContaining(each.text()));
        }
    }

    private static Compiler compiler(String source) throws IOException {
        return new Compiler().source(Resources.restaurant(), source);
    }

    private static List<Expected> expected(String file, String source) {
        List<Expected> expected = new ArrayList<>();
        List<String> lines = source.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            int mark = lines.get(i).indexOf(MARK);
            if (mark >= 0) {
                expected.add(new Expected(file, i + 1, lines.get(i).substring(mark + MARK.length())));
            }
        }
        return expected;
    }
}
