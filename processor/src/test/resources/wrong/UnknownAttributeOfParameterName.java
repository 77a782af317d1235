package shop;

import jakarta.data.repository.*;
import java.util.*;

@Repository
interface UnknownAttributeOfParameterName extends CrudRepository<Restaurant, UUID> {

    @Find
    List<Restaurant> in(String ctiy); // ! unknown attribute 'ctiy' of entity 'Restaurant'; did you mean 'city'?
}
