package shop;

import jakarta.data.repository.*;
import java.util.*;

@Repository
interface OrderByStructure extends CrudRepository<Restaurant, UUID> {

    @Find
    @OrderBy("address") // ! attribute 'address' of entity 'Restaurant' is struct(street? text, place? text), which has no order; sort by another one
    List<Restaurant> all();
}
