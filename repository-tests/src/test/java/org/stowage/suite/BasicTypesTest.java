package org.stowage.suite;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.data.Sort;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stowage.Stowage;

/** Values of every basic type: kept as they are, found when they are equal, and in the order of the semantic contract. */
@WithAndWithoutPushDown
class BasicTypesTest {

    private static final List<RecordComponent> ATTRIBUTES = Arrays.stream(Sample.class.getRecordComponents())
            .filter(component -> !component.getName().equals("id"))
            .toList();

    private final Stowage stowage;
    private final Samples samples;

    BasicTypesTest(TestStore store, @TempDir Path folder) {
        stowage = store.open(folder);
        samples = stowage.repository(Samples.class);
    }

    @BeforeEach
    void insertInAnotherOrder() {
        samples.insertAll(List.of(Sample.HIGH, Sample.LOW, Sample.MIDDLE));
    }

    @AfterEach
    void close() {
        stowage.close();
    }

    @Test
    void keepsEveryValueAsItIs() {
        try (var all = samples.findAll()) {
            assertThat(all.toList()).usingRecursiveComparison().isEqualTo(Sample.ASCENDING);
        }
    }

    @Test
    void findsWhatIsEqual() throws Exception {
        for (RecordComponent attribute : ATTRIBUTES) {
            Method equal = Samples.class.getMethod(attribute.getName(), attribute.getType());
            for (Sample sample : Sample.ASCENDING) {
                Object value = attribute.getAccessor().invoke(sample);
                assertThat(ids(equal.invoke(samples, value)))
                        .as("%s = %s", attribute.getName(), value)
                        .isEqualTo(idsWhere(attribute, value));
            }
        }
    }

    @Test
    void findsWhatIsLess() throws Exception {
        for (RecordComponent attribute : ATTRIBUTES) {
            Method below = Samples.class.getMethod(attribute.getName() + "Below", attribute.getType());
            Object high = attribute.getAccessor().invoke(Sample.HIGH);
            assertThat(ids(below.invoke(samples, high)))
                    .as("%s < %s", attribute.getName(), high)
                    .containsExactly(1, 2);
            Object low = attribute.getAccessor().invoke(Sample.LOW);
            assertThat(ids(below.invoke(samples, low)))
                    .as("%s < %s", attribute.getName(), low)
                    .isEmpty();
        }
    }

    @Test
    void sortsByEveryType() {
        for (RecordComponent attribute : ATTRIBUTES) {
            assertThat(ids(samples.sorted(Sort.asc(attribute.getName()))))
                    .as("ascending by %s", attribute.getName())
                    .containsExactly(1, 2, 3);
            boolean two = attribute.getType() == boolean.class || attribute.getType() == Boolean.class;
            assertThat(ids(samples.sorted(Sort.desc(attribute.getName()))))
                    .as("descending by %s", attribute.getName())
                    .isEqualTo(two ? List.of(3, 1, 2) : List.of(3, 2, 1));
        }
    }

    private static List<Integer> idsWhere(RecordComponent attribute, Object value) throws Exception {
        List<Integer> ids = new ArrayList<>();
        for (Sample sample : Sample.ASCENDING) {
            if (Objects.deepEquals(attribute.getAccessor().invoke(sample), value)) {
                ids.add(sample.id());
            }
        }
        return ids;
    }

    private static List<Integer> ids(Object found) {
        return ((List<?>) found).stream().map(each -> ((Sample) each).id()).collect(Collectors.toList());
    }
}
