package org.stowage.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.annotation.processing.SupportedAnnotationTypes;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import org.junit.jupiter.api.Test;

/** The processor beside others, and where not everything is there. */
class RoundsTest {

    /** Writes an entity, as a generator of code would. */
    @SupportedAnnotationTypes("*")
    private static final class Generator extends AbstractProcessor {
        private boolean done;

        @Override
        public SourceVersion getSupportedSourceVersion() {
            return SourceVersion.latestSupported();
        }

        @Override
        public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
            if (!done) {
                done = true;
                try (Writer writer =
                        processingEnv.getFiler().createSourceFile("shop.Dish").openWriter()) {
                    writer.write("package shop; public record Dish(long id, String name) {}");
                } catch (IOException failure) {
                    throw new UncheckedIOException(failure);
                }
            }
            return false;
        }
    }

    private static final String DISHES = """
            package shop;

            import jakarta.data.repository.*;
            import java.util.*;

            @Repository
            public interface Dishes extends CrudRepository<Dish, Long> {

                @Find
                List<Dish> named(@By(_Dish.NAME) String name);

                @Find
                List<Dish> numbered(@By(_Dish.ID) String id);
            }
            """;

    @Test
    void waitsForWhatAnotherProcessorWrites() {
        Compiler.Result result =
                new Compiler().beside(new Generator()).source(DISHES).compile();
        assertThat(result.generated()).containsOnlyKeys("shop.Dish", "shop._Dish");
        assertThat(result.messages())
                .containsExactly(
                        "Dishes.java:13 error parameter 'id' is String, and attribute 'id' is Long; make them alike");
    }

    @Test
    void leavesWhatIsNowhereToTheCompiler() {
        assertThat(new Compiler().source(DISHES).compile().messages())
                .isNotEmpty()
                .allSatisfy(each -> assertThat(each).contains("error cannot find symbol"));
    }

    @Test
    void tellsWhatIsWrongInALibraryAtTheRepository() {
        Compiler.Result library = new Compiler()
                .withoutProcessor()
                .source(
                        """
                        package shop;

                        import jakarta.data.repository.*;
                        import java.util.*;

                        public interface Named<T> {
                            @Find
                            List<T> named(@By("nmae") String name);
                        }
                        """,
                        "package shop; public record Dish(long id, String name, Thread cook) {}",
                        "package shop; public record Drink(long id, String name) {}")
                .compile();
        assertThat(library.messages()).isEmpty();
        assertThat(new Compiler().against(library).source("""
                                package cafe;

                                import jakarta.data.repository.*;
                                import shop.*;

                                @Repository
                                interface Dishes extends CrudRepository<Dish, Long> {}
                                """, """
                                package cafe;

                                import jakarta.data.repository.*;
                                import shop.*;

                                @Repository
                                interface Drinks extends CrudRepository<Drink, Long>, Named<Drink> {}
                                """).compile().messages())
                .containsExactlyInAnyOrder(
                        "Dishes.java:7 error Dish.cook: type 'java.lang.Thread' cannot be stored; use a basic type, an enum,"
                                + " a record, a list or set of them, or register a converter",
                        "Drinks.java:7 error Named.named(String): unknown attribute 'nmae' of entity 'Drink'; did you mean"
                                + " 'name'?");
    }

    @Test
    void warnsOfWhatItCannotLookAtAndGoesOn() {
        String repository = """
                package shop;

                import jakarta.data.repository.*;

                @Repository
                interface Dishes extends CrudRepository<Dish, Long> {}
                """;
        String converter = """
                package shop;

                abstract class Threads implements org.stowage.entity.Converter<Runnable, Thread> {
                    static final class Real extends Threads {
                        public Class<Runnable> type() { return Runnable.class; }
                        public Class<Thread> storedType() { return Thread.class; }
                        public Thread toStored(Runnable value) { return new Thread(value); }
                        public Runnable fromStored(Thread stored) { return stored; }
                    }
                }
                """;
        assertThat(new Compiler()
                        .source("package shop; record Dish(long id, String name) {}", repository, converter)
                        .compile()
                        .messages())
                .isNotEmpty()
                .anySatisfy(each -> assertThat(each)
                        .startsWith("Dishes.java:6 warning Stowage could not look at shop.Dishes while it is compiled;")
                        .contains("stores 'java.lang.Thread', which is no basic type"))
                .noneSatisfy(each -> assertThat(each).contains(" error "));
    }
}
