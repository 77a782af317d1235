package org.stowage.processor;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.data.metamodel.Attribute;
import jakarta.data.metamodel.SortableAttribute;
import jakarta.data.metamodel.StaticMetamodel;
import jakarta.data.metamodel.TextAttribute;
import java.io.IOException;
import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class MetamodelTest {

    private static final String REPOSITORY = """
            package shop;

            import jakarta.data.repository.*;

            interface Restaurants extends CrudRepository<Restaurant, java.util.UUID> {}
            """;

    private static Map<String, Object> fields(Class<?> metamodel) throws IllegalAccessException {
        Map<String, Object> fields = new TreeMap<>();
        for (Field field : metamodel.getDeclaredFields()) {
            field.setAccessible(true);
            fields.put(field.getType().getSimpleName() + " " + field.getName(), field.get(null));
        }
        return fields;
    }

    @Test
    void hasANameAndAnAttributeForEachPath() throws Exception {
        Compiler.Result result =
                new Compiler().source(Resources.restaurant(), REPOSITORY).compile();
        assertThat(result.messages()).isEmpty();
        assertThat(result.generated()).containsOnlyKeys("shop._Restaurant");
        Class<?> metamodel = result.loader().loadClass("shop._Restaurant");
        assertThat(metamodel.getAnnotation(StaticMetamodel.class).value().getName())
                .isEqualTo("shop.Restaurant");
        assertThat(Arrays.stream(metamodel.getDeclaredFields())
                        .map(field -> field.getType().getSimpleName() + " " + field.getName()))
                .containsExactlyInAnyOrder(
                        "String ID", "SortableAttribute id",
                        "String NAME", "TextAttribute name",
                        "String CITY", "TextAttribute city",
                        "String ADDRESS", "Attribute address",
                        "String ADDRESS_STREET", "TextAttribute address_street",
                        "String ADDRESS_PLACE", "TextAttribute address_place",
                        "String TAGS", "Attribute tags",
                        "String KITCHEN", "SortableAttribute kitchen",
                        "String FEE", "SortableAttribute fee",
                        "String OPENED", "SortableAttribute opened",
                        "String SEATS", "SortableAttribute seats",
                        "String VERSION", "SortableAttribute version");
        Map<String, Object> fields = fields(metamodel);
        assertThat(fields).containsEntry("String ADDRESS_PLACE", "address.place");
        assertThat(((Attribute<?>) fields.get("Attribute tags")).name()).isEqualTo("tags");
        assertThat(((SortableAttribute<?>) fields.get("SortableAttribute seats")).desc())
                .isEqualTo(jakarta.data.Sort.desc("seats"));
        assertThat(((TextAttribute<?>) fields.get("TextAttribute address_place")).ascIgnoreCase())
                .isEqualTo(jakarta.data.Sort.ascIgnoreCase("address.place"));
    }

    @Test
    void sortsARepository() throws Exception {
        Compiler.Result result = new Compiler()
                .source("package shop; public record Town(String id, int people) {}", """
                        package shop;

                        import jakarta.data.*;
                        import jakarta.data.repository.*;
                        import java.util.*;

                        public interface Towns extends CrudRepository<Town, String> {

                            @Find
                            @OrderBy(value = _Town.PEOPLE, descending = true)
                            List<Town> all(Sort<Town> next);
                        }
                        """, """
                        package shop;

                        import java.util.List;

                        public final class Sorted implements java.util.function.Supplier<List<String>> {
                            public List<String> get() {
                                try (var stowage = org.stowage.Stowage.open("memory")) {
                                    Towns towns = stowage.repository(Towns.class);
                                    towns.insertAll(List.of(new Town("a", 1), new Town("b", 2), new Town("c", 2)));
                                    return towns.all(_Town.id.desc()).stream().map(Town::id).toList();
                                }
                            }
                        }
                        """)
                .compile();
        assertThat(result.messages()).isEmpty();
        Object sorted =
                result.loader().loadClass("shop.Sorted").getConstructor().newInstance();
        assertThat(((java.util.function.Supplier<?>) sorted).get()).isEqualTo(java.util.List.of("c", "b", "a"));
    }

    @Test
    void isLeftToTheDeveloperWhoWroteOne() throws IOException {
        String byHand = """
                package shop;

                @jakarta.data.metamodel.StaticMetamodel(Restaurant.class)
                interface RestaurantNames {
                    String NAME = "name";
                }
                """;
        assertThat(new Compiler()
                        .source(Resources.restaurant(), REPOSITORY, byHand)
                        .compile()
                        .generated())
                .isEmpty();
        String otherwiseNamed = "package shop;\n\nfinal class _Restaurant {}\n";
        Compiler.Result result = new Compiler()
                .source(Resources.restaurant(), REPOSITORY, otherwiseNamed)
                .compile();
        assertThat(result.messages()).isEmpty();
        assertThat(result.generated()).isEmpty();
    }

    @Test
    void isWrittenForWhatIsAnnotatedAsAnEntityWithoutARepositoryToo() {
        String annotation = """
                package jakarta.persistence;

                import java.lang.annotation.*;

                @Retention(RetentionPolicy.RUNTIME)
                public @interface Entity {}
                """;
        String entity = """
                package shop;

                public class Outer {

                    @Deprecated
                    @jakarta.persistence.Entity
                    public static class Dish {
                        private Long id;
                        private String ID;
                        private Thread cook;
                        Dish() {}
                    }

                    @jakarta.persistence.Entity
                    private static class Hidden {
                        private Long id;
                    }
                }
                """;
        Compiler.Result result = new Compiler()
                .option("-Xlint:all,-processing", "-Werror")
                .source(annotation, entity)
                .compile();
        assertThat(result.messages()).isEmpty();
        assertThat(result.generated()).containsOnlyKeys("shop._Dish");
        assertThat(result.generated().get("shop._Dish"))
                .contains("StaticMetamodel(Outer.Dish.class)")
                .contains("@javax.annotation.processing.Generated(\"org.stowage.processor.StowageProcessor\")")
                .contains("SortableAttribute<Outer.Dish> id = new")
                .contains("TextAttribute<Outer.Dish> ID = new")
                .doesNotContain("cook")
                .doesNotContain("String ID = ");
    }

    @Test
    void ofALibraryIsTheLibrarysOwn() throws IOException {
        Compiler.Result library =
                new Compiler().source(Resources.restaurant()).withoutProcessor().compile();
        Compiler.Result result =
                new Compiler().source(REPOSITORY).against(library).compile();
        assertThat(result.messages()).isEmpty();
        assertThat(result.generated()).isEmpty();
    }
}
