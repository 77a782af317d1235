package shop;

import jakarta.data.repository.*;
import java.util.*;

@Repository
interface ParameterThatDoesNotCompare extends CrudRepository<Restaurant, UUID> {

    @Query("where seats > :seats") // ! attribute 'seats' is int64 and parameter ':seats' is text, which do not compare at column 7; compare values of one type
    List<Restaurant> large(String seats);
}
