package org.stowage.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is right is compiled without a word, also where every word is an error. */
class RightRepositoriesTest {

    static List<Path> files() throws IOException {
        return Resources.files("right");
    }

    private static Compiler strict() {
        return new Compiler()
                .option("-Xlint:all,-processing,-classfile", "-Xdoclint:all/protected,-missing", "-Werror");
    }

    @ParameterizedTest
    @MethodSource("files")
    void nothingIsSaid(Path file) throws IOException {
        Compiler.Result result =
                strict().source(Resources.restaurant(), Files.readString(file)).compile();
        assertThat(result.messages()).isEmpty();
    }

    @Test
    void convertersOfOtherModulesAreNamedByAnOption() throws IOException {
        String repository = """
                package cafe;

                import jakarta.data.repository.*;
                import shop.*;

                @Repository
                public interface Boards extends CrudRepository<Board, Long> {

                    @Find
                    Board in(Tongue tongue);
                }

                record Board(Long id, Tongue tongue) {}
                """;
        String tongue = """
                package shop;

                public final class Tongue {}
                """;
        String converter = """
                package shop;

                public abstract class Tongues implements org.stowage.entity.Converter<Tongue, String> {

                    public static final class Real extends Tongues {
                        public Class<Tongue> type() { return Tongue.class; }
                        public Class<String> storedType() { return String.class; }
                        public String toStored(Tongue value) { return ""; }
                        public Tongue fromStored(String stored) { return new Tongue(); }
                    }
                }
                """;
        Compiler.Result tongues = new Compiler().source(tongue, converter).compile();
        assertThat(tongues.messages()).isEmpty();
        assertThat(strict().source(repository)
                        .against(tongues)
                        .option("-Astowage.converters=shop.Tongues.Real")
                        .compile()
                        .messages())
                .isEmpty();
        assertThat(strict().source(repository)
                        .against(tongues)
                        .option("-Astowage.converters= shop.Tongue=java.lang.String ,")
                        .compile()
                        .messages())
                .isEmpty();
        assertThat(strict().source(repository).against(tongues).compile().messages())
                .singleElement()
                .asString()
                .startsWith("Boards.java:13 error type 'shop.Tongue' cannot be stored");
        assertThat(strict().source(repository)
                        .against(tongues)
                        .option("-Astowage.converters=shop.Tongues, shop.Missing")
                        .compile()
                        .messages())
                .anySatisfy(each -> assertThat(each)
                        .isEqualTo("error option 'stowage.converters' names 'shop.Tongues', and it is no"
                                + " org.stowage.entity.Converter of two classes; name these, as in TYPE=STORED"))
                .anySatisfy(each -> assertThat(each)
                        .isEqualTo("error option 'stowage.converters' names 'shop.Missing', and there is no such class;"
                                + " correct the name, or add its library to the class path"));
    }
}
