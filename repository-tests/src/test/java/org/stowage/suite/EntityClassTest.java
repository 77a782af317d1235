package org.stowage.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.data.exceptions.MappingException;
import jakarta.data.repository.BasicRepository;
import jakarta.data.repository.CrudRepository;
import jakarta.data.repository.Find;
import jakarta.data.repository.Query;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stowage.Stowage;
import org.stowage.entity.Id;
import org.stowage.entity.Version;

/** Classes that are no records: their fields, their accessors, what they inherit, and what cannot be stored. */
@OnEveryStore
class EntityClassTest {

    /** As plain as a class can be. */
    public static class Open {
        public int id;
        public @Nullable String name;
        public static int made;
        public transient int opened;
    }

    /** As closed as a class can be. */
    private static final class Closed {
        private final transient Object lock = new Object();
        private int id;
        private @Nullable String name;

        private Closed() {}

        static Closed of(int id, String name) {
            Closed made = new Closed();
            made.id = id;
            made.name = name;
            return made;
        }

        boolean locked() {
            synchronized (lock) {
                return true;
            }
        }
    }

    interface Opens extends CrudRepository<Open, Integer> {

        @Find
        List<Open> named(String name);
    }

    private interface Closeds extends CrudRepository<Closed, Integer> {

        @Query("select name where id = ?1")
        String name(int id);
    }

    private final Stowage stowage;

    EntityClassTest(TestStore store, @TempDir Path folder) {
        stowage = store.open(folder);
    }

    @AfterEach
    void close() {
        stowage.close();
    }

    /** A record that holds something that can be changed is as open as a class. */
    @SuppressWarnings("ArrayRecordComponent") // It shall be possible.
    record Holder(int id, byte[] content) {}

    interface Holders extends CrudRepository<Holder, Integer> {}

    @Test
    void nobodySeesWhatAnotherDoesToHisObject() {
        Opens opens = stowage.repository(Opens.class);
        Open open = new Open();
        open.id = 1;
        open.name = "stored";
        opens.insert(open);
        Holders holders = stowage.repository(Holders.class);
        holders.insert(new Holder(1, new byte[] {0}));
        for (int reader = 0; reader < 4; reader++) {
            Open found = opens.findById(1).orElseThrow();
            assertThat(found.name).isEqualTo("stored");
            found.name = "changed by one reader";
            byte[] content = holders.findById(1).orElseThrow().content();
            assertThat(content).containsExactly(0);
            content[0] = 1;
        }
    }

    @Test
    void storesPublicFieldsButTransientOnes() {
        Opens opens = stowage.repository(Opens.class);
        Open open = new Open();
        open.id = 1;
        open.name = "door";
        open.opened = 3;
        opens.insert(open);
        Open found = opens.named("door").get(0);
        assertThat(found).isNotSameAs(open);
        assertThat(found.id).isEqualTo(1);
        assertThat(found.opened).isZero();
    }

    @Test
    void storesPrivateFieldsOfAPrivateClass() {
        Closeds closeds = stowage.repository(Closeds.class);
        closeds.insert(Closed.of(1, "safe"));
        assertThat(closeds.name(1)).isEqualTo("safe");
        Closed found = closeds.findById(1).orElseThrow();
        assertThat(found.id).isEqualTo(1);
        assertThat(found.name).isEqualTo("safe");
        assertThat(found.locked()).isTrue();
    }

    abstract static class Counted<K> {
        private @Id @Nullable K key;
        private @Version @Nullable Long revision;
        private @Nullable List<K> friends;
    }

    static class Named<K> extends Counted<K> {
        private @Nullable String name;
    }

    static class Plant extends Named<String> {
        private int height;

        static Plant of(String key, int height) {
            Plant plant = new Plant();
            ((Counted<String>) plant).key = key;
            ((Counted<String>) plant).friends = List.of("a", "b");
            ((Named<String>) plant).name = "plant " + key;
            plant.height = height;
            return plant;
        }
    }

    interface Plants extends BasicRepository<Plant, String> {

        @Query("where name = :name and height > 1")
        List<Plant> named(String name);
    }

    @Test
    void storesWhatIsInheritedWithItsTypeArguments() {
        Plants plants = stowage.repository(Plants.class);
        Plant saved = plants.save(Plant.of("oak", 20));
        assertThat(((Counted<String>) saved).revision).isZero();
        Plant found = plants.named("plant oak").get(0);
        assertThat(found.height).isEqualTo(20);
        assertThat(((Named<String>) found).name).isEqualTo("plant oak");
        assertThat(((Counted<String>) found).key).isEqualTo("oak");
        assertThat(((Counted<String>) found).friends).containsExactly("a", "b");
        Counted<String> again = plants.save(plants.findById("oak").orElseThrow());
        assertThat(again.revision).isEqualTo(1);
    }

    record Pair<A, B>(@Nullable A first, @Nullable B second) {}

    record Couple(int id, Pair<Integer, Pair<String, List<Long>>> pair, List<Pair<String, Integer>> others) {}

    interface Couples extends CrudRepository<Couple, Integer> {

        @Query("where pair.second.first = :text")
        List<Couple> second(String text);
    }

    @Test
    void storesRecordsWithTypeArguments() {
        Couples couples = stowage.repository(Couples.class);
        Couple couple =
                new Couple(1, new Pair<>(2, new Pair<>("three", List.of(4L, 5L))), List.of(new Pair<>("six", 7)));
        couples.insert(couple);
        assertThat(couples.findById(1)).contains(couple);
        assertThat(couples.second("three")).containsExactly(couple);
        assertThat(couples.second("four")).isEmpty();
    }

    /** Keeps its state in another form than it shows. */
    static class Temperature {
        private long number;
        private double kelvin;
        private @Nullable String remark;

        @Id
        long getNumber() {
            return number;
        }

        void setNumber(long number) {
            this.number = number;
        }

        double getCelsius() {
            return kelvin - 273;
        }

        Temperature setCelsius(double celsius) {
            this.kelvin = celsius + 273;
            return this;
        }

        boolean isURLKnown() {
            return remark != null;
        }

        void setURLKnown(boolean known) {
            remark = known ? "known" : null;
        }

        @jakarta.persistence.Transient
        double getFahrenheit() {
            return getCelsius() * 9 / 5 + 32;
        }
    }

    interface Temperatures extends CrudRepository<Temperature, Long> {

        @Query("select number where celsius > :celsius and uRLKnown = true")
        List<Long> above(double celsius);
    }

    interface KnownTemperatures extends CrudRepository<Temperature, Long> {

        @Query("select number where celsius > :celsius and URLKnown = true")
        List<Long> above(double celsius);
    }

    @Test
    void storesThroughAccessorsWhenTheIdIsMarkedAtOne() {
        KnownTemperatures temperatures = stowage.repository(KnownTemperatures.class);
        Temperature warm = new Temperature().setCelsius(20);
        warm.setNumber(7);
        warm.setURLKnown(true);
        temperatures.insert(warm);
        Temperature cold = new Temperature().setCelsius(-20);
        cold.setNumber(8);
        temperatures.insert(cold);
        Temperature found = temperatures.findById(7L).orElseThrow();
        assertThat(found.kelvin).isEqualTo(293);
        assertThat(found.remark).isEqualTo("known");
        assertThat(temperatures.above(-100)).containsExactly(7L);
        assertThat(temperatures.findById(8L).orElseThrow().remark).isNull();
        assertThatThrownBy(() -> stowage.repository(Temperatures.class)).isInstanceOf(MappingException.class);
    }

    static class Half {
        @Id
        long getId() {
            return 1;
        }

        String getName() {
            return "";
        }

        void setName(String name) {}
    }

    static class Fixed {
        private int id;
        private final int number = 3;

        int sum() {
            return id + number;
        }
    }

    static class Closing {
        private int id;

        Closing(int id) {
            this.id = id;
        }

        int id() {
            return id;
        }
    }

    @SuppressWarnings("ClassCanBeStatic") // That is what is wrong with it.
    class Inner {
        int id;
    }

    abstract static class Unfinished {
        int id;
    }

    record Circle(int id, @Nullable Ring ring) {}

    record Ring(@Nullable Ring inner, List<Ring> others) {}

    interface Halves extends CrudRepository<Half, Long> {}

    interface Fixeds extends CrudRepository<Fixed, Integer> {}

    interface Closings extends CrudRepository<Closing, Integer> {}

    interface Inners extends CrudRepository<Inner, Integer> {}

    interface Unfinisheds extends CrudRepository<Unfinished, Integer> {}

    interface Circles extends CrudRepository<Circle, Integer> {}

    @Test
    void saysWhatAClassLacks() {
        refused(Halves.class, "Half.id: it has a getter and no setter; add one, or mark the getter @Transient");
        refused(Fixeds.class, "Fixed.number: it is final, so it cannot be filled in");
        refused(Closings.class, "it has no constructor without parameters; add one, or make it a record");
        refused(Inners.class, "it is an inner class; make it static");
        refused(Unfinisheds.class, "it is no record and no class that can be instantiated");
        refused(Circles.class, "'Ring' holds itself; refer to it by id");
    }

    private void refused(Class<?> repository, String message) {
        assertThatThrownBy(() -> stowage.repository(repository))
                .isInstanceOf(MappingException.class)
                .hasMessageContaining(message);
    }

    record Positive(int id, int number) {
        Positive {
            if (number < 0) {
                throw new IllegalArgumentException("number is negative");
            }
        }
    }

    interface Positives extends CrudRepository<Positive, Integer> {

        @Query("update Positive set number = number - 10")
        long lower();
    }

    @Test
    void refusesABulkUpdateWhoseResultTheConstructorRefuses() {
        Positives positives = stowage.repository(Positives.class);
        positives.insertAll(List.of(new Positive(1, 20), new Positive(2, 5)));
        assertThatThrownBy(positives::lower)
                .isInstanceOf(MappingException.class)
                .hasMessageContaining("number is negative")
                .hasMessageContaining(Positive.class.getName());
        assertThat(positives.findById(1)).contains(new Positive(1, 20));
    }
}
