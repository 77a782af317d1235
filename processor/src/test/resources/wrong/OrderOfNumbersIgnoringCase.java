package shop;

import jakarta.data.repository.*;
import java.util.*;

@Repository
interface OrderOfNumbersIgnoringCase extends CrudRepository<Restaurant, UUID> {

    @Find
    @OrderBy(value = "seats", ignoreCase = true) // ! attribute 'seats' of entity 'Restaurant' is int64, and only text has upper and lower case; sort by it without ignoring case
    List<Restaurant> all();
}
