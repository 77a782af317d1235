package shop;

import jakarta.data.repository.*;
import java.util.*;

@Repository
interface EntityWithEmptyEnumeration extends BasicRepository<Dish, Long> {

    @Find
    List<Dish> all();
}

record Dish(
        Long id,
        Course course) {} // ! the enumeration 'shop.Course' has no constants

enum Course {}
