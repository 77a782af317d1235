package shop;

import jakarta.data.repository.*;
import java.util.*;
import org.stowage.entity.*;

@Repository
interface EntityWithUnknownUnique extends BasicRepository<Dish, Long> {

    @Find
    List<Dish> all();
}

@Unique({"nmae", "course"})
record Dish(Long id, String name, String course) {} // ! @Unique names an unknown attribute 'nmae'; did you mean 'name'?
