package shop;

import jakarta.data.repository.*;
import java.util.*;

@Repository
interface UnknownOrderInName extends CrudRepository<Restaurant, UUID> {

    List<Restaurant> findByCityOrderBySeets(String city); // ! unknown attribute 'Seets' of entity 'Restaurant' at position 18; did you mean 'Seats'?
}
