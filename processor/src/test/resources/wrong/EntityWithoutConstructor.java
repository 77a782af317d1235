package shop;

import jakarta.data.repository.*;
import java.util.*;

@Repository
interface EntityWithoutConstructor extends BasicRepository<Dish, Long> {

    @Find
    List<Dish> all();
}

class Dish { // ! it has no constructor without parameters; add one, or make it a record
    Long id;

    Dish(Long id) {
        this.id = id;
    }
}
