package shop;

import jakarta.data.repository.*;
import java.util.*;
import org.stowage.entity.*;

@Repository
interface EntityWithTwoIds extends BasicRepository<Dish, Long> {

    @Find
    List<Dish> all();
}

record Dish(@Id Long number, @Id String name) {} // ! several attributes are marked @Id: [number, name]; mark one, and make the others @Unique together
