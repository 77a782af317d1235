package shop;

import jakarta.data.repository.*;
import java.util.*;

@Repository
interface TwoOrders extends CrudRepository<Restaurant, UUID> {

    @Query("where seats > 10 order by name")
    @OrderBy("city")
    List<Restaurant> large(); // ! it has an order in the query and in @OrderBy; keep one
}
