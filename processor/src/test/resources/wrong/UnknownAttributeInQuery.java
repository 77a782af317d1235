package shop;

import jakarta.data.repository.*;
import java.util.*;

@Repository
interface UnknownAttributeInQuery extends CrudRepository<Restaurant, UUID> {

    @Query("where nmae = 'Dooky Chase'") // ! unknown attribute 'nmae' of entity 'Restaurant' at column 7; did you mean 'name'?
    List<Restaurant> dooky();
}
