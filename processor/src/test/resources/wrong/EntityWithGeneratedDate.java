package shop;

import jakarta.data.repository.*;
import java.util.*;
import org.stowage.entity.*;

@Repository
interface EntityWithGeneratedDate extends BasicRepository<Dish, java.time.LocalDate> {

    @Find
    List<Dish> all();
}

record Dish(@Id @Generated java.time.LocalDate id) {} // ! its id is generated, which works for whole numbers, UUIDs and texts; use one of them
