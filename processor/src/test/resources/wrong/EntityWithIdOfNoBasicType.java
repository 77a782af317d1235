package shop;

import jakarta.data.repository.*;
import java.util.*;

@Repository
interface EntityWithIdOfNoBasicType extends BasicRepository<Dish, Long> {

    @Find
    List<Dish> all();
}

record Dish(List<String> id) {} // ! the id 'id' of type 'java.util.List<java.lang.String>' is no basic type; use one, such as a UUID, a long or a String
