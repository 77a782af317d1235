package shop;

import jakarta.data.repository.*;
import java.util.*;

@Repository
interface EntityWithoutId extends BasicRepository<Dish, Long> {

    @Find
    List<Dish> all();
}

record Dish(String name, String course) {} // ! it has no id; name an attribute 'id' or 'dishId', or mark one with @Id (it has [name, course])
