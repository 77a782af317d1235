package shop;

import jakarta.data.repository.*;
import java.util.*;

@Repository
interface UnknownOrder extends CrudRepository<Restaurant, UUID> {

    @Find
    @OrderBy("nmae")
    List<Restaurant> all(); // ! unknown attribute 'nmae' of entity 'Restaurant'; did you mean 'name'?
}
