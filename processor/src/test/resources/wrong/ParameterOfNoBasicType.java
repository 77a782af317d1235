package shop;

import jakarta.data.repository.*;
import java.util.*;

@Repository
interface ParameterOfNoBasicType extends CrudRepository<Restaurant, UUID> {

    @Query("where name = :name")
    List<Restaurant> named(Object name); // ! parameter 'name' of type Object cannot be compared; take a basic type, or a collection of them
}
