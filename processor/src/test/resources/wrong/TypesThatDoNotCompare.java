package shop;

import jakarta.data.repository.*;
import java.util.*;

@Repository
interface TypesThatDoNotCompare extends CrudRepository<Restaurant, UUID> {

    @Query("where seats = 'many'") // ! attribute 'seats' is int64 and 'many' is text, which do not compare at column 7; compare values of one type
    List<Restaurant> large();
}
