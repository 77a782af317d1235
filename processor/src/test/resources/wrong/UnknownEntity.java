package shop;

import jakarta.data.repository.*;
import java.util.*;

@Repository
interface UnknownEntity extends CrudRepository<Restaurant, UUID> {

    @Query("delete from Restaurants") // ! unknown entity 'Restaurants' at column 13; did you mean 'Restaurant'?
    void clear();
}
