package shop;

import jakarta.data.repository.*;
import java.util.*;

@Repository
interface UnknownQueryParameter extends CrudRepository<Restaurant, UUID> {

    @Query("where name = :nam") // ! unknown parameter ':nam' at column 14; did you mean 'name'?
    List<Restaurant> named(String name);
}
