package shop;

import jakarta.data.repository.*;
import java.util.*;

@Repository
interface MisspeltKeyword extends CrudRepository<Restaurant, UUID> {

    @Query("wehre name = :name") // ! unexpected 'wehre' at column 1; did you mean 'where'?
    List<Restaurant> named(String name);
}
