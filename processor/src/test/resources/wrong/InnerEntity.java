package shop;

import jakarta.data.repository.*;
import java.util.*;

@Repository
interface InnerEntity extends BasicRepository<Menu.Dish, Long> {

    @Find
    List<Menu.Dish> all();
}

class Menu {
    class Dish { // ! it is an inner class; make it static
        Long id;
    }
}
