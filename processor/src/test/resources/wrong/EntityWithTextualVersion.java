package shop;

import jakarta.data.repository.*;
import java.util.*;
import org.stowage.entity.*;

@Repository
interface EntityWithTextualVersion extends BasicRepository<Dish, Long> {

    @Find
    List<Dish> all();
}

record Dish(Long id, @Version String version) {} // ! a version of type 'java.lang.String' cannot be counted; use an int or a long
