package shop;

import jakarta.data.repository.*;
import java.util.*;

/** Everything inherited, by way of type variables. */
@Repository
interface Dishes extends Named<Dish, String>, Stored<Dish> {

    @Find
    @Override
    List<Dish> named(String name);
}

interface Named<T, N> {

    @Find
    List<T> named(N name);

    @Find
    Optional<T> one(@By("id") long id);
}

interface Stored<T> extends BasicRepository<T, Long> {}

class Dish extends Food {

    private String name;
    private @org.stowage.entity.Scale(2) java.math.BigDecimal price;
    private transient int cached;
    private static int count;
    private Optional<String> note;

    Dish() {}

    String name() {
        return name;
    }
}

abstract class Food {

    @org.stowage.entity.Id
    @org.stowage.entity.Generated
    private long id;

    @org.stowage.entity.Version
    private long version;
}
