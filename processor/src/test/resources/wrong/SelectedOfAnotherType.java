package shop;

import jakarta.data.repository.*;
import java.util.*;

@Repository
interface SelectedOfAnotherType extends CrudRepository<Restaurant, UUID> {

    @Query("select name where seats > 10")
    List<Integer> names(); // ! it returns Integer, and the query selects ['name' of type String]; return that, or a record of as many components
}
