package shop;

import jakarta.data.repository.*;
import java.util.*;

@Repository
interface SecondOfTwoOrders extends CrudRepository<Restaurant, UUID> {

    @Find
    @OrderBy("name")
    @OrderBy("seets")
    List<Restaurant> all(); // ! unknown attribute 'seets' of entity 'Restaurant'; did you mean 'seats'?
}
