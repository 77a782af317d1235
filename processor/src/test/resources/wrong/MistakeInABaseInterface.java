package shop;

import jakarta.data.repository.*;
import java.util.*;

@Repository
interface MistakeInABaseInterface extends CrudRepository<Restaurant, UUID>, Named<Restaurant> {

    @Find
    List<Restaurant> all();
}

interface Named<T> {

    @Find
    List<T> named(@By("title") String title); // ! unknown attribute 'title' of entity 'Restaurant'; there are 'address', 'city', 'fee', 'id', 'kitchen', 'name', 'opened', 'seats', 'tags', 'version'
}
