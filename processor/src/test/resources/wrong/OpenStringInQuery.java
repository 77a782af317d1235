package shop;

import jakarta.data.repository.*;
import java.util.*;

@Repository
interface OpenStringInQuery extends CrudRepository<Restaurant, UUID> {

    @Query("where name = 'Dooky Chase") // ! the text that begins here is not closed at column 14; end it with a single quote
    List<Restaurant> dooky();
}
