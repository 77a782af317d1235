package shop;

import jakarta.data.repository.*;
import java.util.*;

@Repository
interface EntityThatHoldsItself extends BasicRepository<Dish, Long> {

    @Find
    List<Dish> all();
}

record Dish(
        Long id,
        Side side) {}

record Side(
        String name,
        Side other) {} // ! 'Side' holds itself; refer to it by id
