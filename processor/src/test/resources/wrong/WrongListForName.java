package shop;

import jakarta.data.repository.*;
import java.util.*;

@Repository
interface WrongListForName extends CrudRepository<Restaurant, UUID> {

    List<Restaurant> findByCityIn(
            String city); // ! parameter 'city' is String, and 'CityIn' at position 7 of the name takes Set<String>; make them alike
}
