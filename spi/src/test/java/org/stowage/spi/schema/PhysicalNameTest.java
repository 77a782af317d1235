package org.stowage.spi.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PhysicalNameTest {

    @ParameterizedTest
    @CsvSource({
        "unitPrice, f_unit_price",
        "iata_code, f_iata__code",
        "Name, f__name",
        "x2, f_x2",
        "a$b, f_a_024_b",
        "größe, f_gr_0f6__0df_e",
        "_, f___"
    })
    void writesFields(String name, String physical) {
        assertThat(PhysicalName.field(name)).isEqualTo(physical);
    }

    @Test
    void writesEntitiesAndIndexes() {
        assertThat(PhysicalName.entity("Restaurant")).isEqualTo("c__restaurant");
        assertThat(PhysicalName.index("Item", Index.on("menu", "unitPrice"))).isEqualTo("i__item_2menu_2unit_price");
        assertThat(PhysicalName.index("Item", Index.unique("menu"))).isEqualTo("i__item_2menu");
    }

    @Test
    void keepsTheBeginningOfLongNames() {
        String longest = "a".repeat(46);
        assertThat(PhysicalName.field(longest)).isEqualTo("f_" + longest);
        assertThat(PhysicalName.field(longest + "a"))
                .startsWith("f_" + "a".repeat(24) + "_1")
                .hasSize(48);
        // Stored names must never change: this one is written down.
        assertThat(PhysicalName.field("theVeryLongNameOfAFieldThatNobodyShouldHaveToType"))
                .isEqualTo("f_the_very_long_name_of_a_17tfr01rqgi3e6eg1k7el");
    }

    @Test
    void neverMergesTwoNames() {
        Random random = random();
        List<String> alphabet = List.of(
                "a", "b", "z", "A", "B", "_", "$", "0", "1", "2", "f", "é", "É", "ß", "ı", "İ", "𝒜", "_1", "_2", "_0");
        Map<String, String> seen = new HashMap<>();
        for (int i = 0; i < 100_000; i++) {
            int length = random.nextInt(100) == 0 ? 30 + random.nextInt(40) : 1 + random.nextInt(5);
            StringBuilder name = new StringBuilder();
            for (int j = 0; j < length; j++) {
                name.append(alphabet.get(random.nextInt(alphabet.size())));
            }
            assertDistinct(seen, name.toString(), PhysicalName.field(name.toString()));
        }
    }

    @Test
    void neverMergesTwoIndexes() {
        Random random = random();
        List<String> names =
                List.of("a", "A", "b", "ab", "a_2b", "_2", "a2", "a_b", "aB", "x".repeat(40), "x".repeat(39) + "X");
        Map<String, String> seen = new HashMap<>();
        for (int i = 0; i < 20_000; i++) {
            List<String> fields = new ArrayList<>();
            for (int j = random.nextInt(3); j >= 0; j--) {
                String field = names.get(random.nextInt(names.size()));
                if (!fields.contains(field)) {
                    fields.add(field);
                }
            }
            String entity = names.get(random.nextInt(names.size()));
            assertDistinct(
                    seen, entity + " " + fields, PhysicalName.index(entity, new Index(fields, random.nextBoolean())));
        }
    }

    private static void assertDistinct(Map<String, String> seen, String name, String physical) {
        String other = seen.put(physical, name);
        if (!physical.matches("[a-z0-9_]{1,48}") || !(other == null || other.equals(name))) {
            throw new AssertionError("'" + physical + "' for '" + name + "', and before for '" + other + "'");
        }
    }

    private static Random random() {
        long seed = Long.getLong("stowage.seed", System.nanoTime());
        System.out.println("PhysicalNameTest: repeat with -Dstowage.seed=" + seed);
        return new Random(seed);
    }
}
