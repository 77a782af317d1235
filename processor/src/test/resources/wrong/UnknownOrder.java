package shop;

import jakarta.data.repository.*;
import java.util.*;

@Repository
interface UnknownOrder extends CrudRepository<Restaurant, UUID> {

    @Find
    @OrderBy("nmae") // ! unknown attribute 'nmae' of entity 'Restaurant'; did you mean 'name'?
    List<Restaurant> all();
}
