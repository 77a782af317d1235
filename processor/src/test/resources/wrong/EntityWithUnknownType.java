package shop;

import jakarta.data.repository.*;
import java.util.*;

@Repository
interface EntityWithUnknownType extends BasicRepository<Dish, Long> {

    @Find
    List<Dish> all();
}

record Dish(
        Long id,
        Thread cook) {} // ! type 'java.lang.Thread' cannot be stored; use a basic type, an enum, a record, a list or set of them, or register a converter
