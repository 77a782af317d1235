package shop;

import jakarta.data.repository.*;
import java.util.*;

@Repository
interface UnknownConstant extends CrudRepository<Restaurant, UUID> {

    @Query("where kitchen = Kitchen.VEGGIE") // ! unknown constant 'VEGGIE' at column 17; there are 'CREOLE', 'VEGAN'
    List<Restaurant> vegetarian();
}
