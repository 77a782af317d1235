package shop;

import jakarta.data.repository.*;
import java.util.*;

@Repository
interface ListedOrders extends CrudRepository<Restaurant, UUID> {

    @Find
    @OrderBy.List({
        @OrderBy("name"),
        @OrderBy("seets") // ! unknown attribute 'seets' of entity 'Restaurant'; did you mean 'seats'?
    })
    List<Restaurant> all();
}
