package shop;

import jakarta.data.repository.*;
import java.util.*;

@Repository
interface UnknownEmbeddedAttribute extends CrudRepository<Restaurant, UUID> {

    @Find
    List<Restaurant> at(@By("address.plaec") String place); // ! unknown attribute 'address.plaec' of entity 'Restaurant'; did you mean 'address.place'?
}
