package shop;

import jakarta.data.repository.*;
import java.util.*;

@Repository
interface UnknownAttributeInName extends CrudRepository<Restaurant, UUID> {

    List<Restaurant> findByNmae(String name); // ! unknown attribute 'Nmae' of entity 'Restaurant' at position 7; did you mean 'Name'?
}
