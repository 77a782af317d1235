package shop;

import jakarta.data.repository.*;
import java.util.*;

@Repository
interface IncompleteQuery extends CrudRepository<Restaurant, UUID> {

    @Query("where name =") // ! unexpected end at column 13; expected a value
    List<Restaurant> named();
}
