package shop;

import jakarta.data.repository.*;
import java.util.*;

@Repository
interface EntityOfAnAbstractClass extends BasicRepository<Dish, Long> {

    @Find
    List<Dish> all();
}

abstract class Dish { // ! it is no record and no class that can be instantiated
    Long id;
}
