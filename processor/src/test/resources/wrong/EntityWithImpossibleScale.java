package shop;

import jakarta.data.repository.*;
import java.util.*;
import org.stowage.entity.*;

@Repository
interface EntityWithImpossibleScale extends BasicRepository<Dish, Long> {

    @Find
    List<Dish> all();
}

record Dish(
        Long id,
        @Scale(101) java.math.BigDecimal price) {} // ! the scale '101' is not between 0 and 100
