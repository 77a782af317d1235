package shop;

import jakarta.data.repository.*;
import java.util.*;

@Repository
interface NameThatEndsTooEarly extends CrudRepository<Restaurant, UUID> {

    List<Restaurant> findByCityAnd(String city); // ! its name ends with 'And' where an attribute is expected to follow; name one, or leave 'And' out
}
