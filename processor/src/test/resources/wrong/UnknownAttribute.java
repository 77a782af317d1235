package shop;

import jakarta.data.repository.*;
import java.util.*;

@Repository
interface UnknownAttribute extends CrudRepository<Restaurant, UUID> {

    @Find
    List<Restaurant> in(
            @By("name") String name,
            @By("ctiy") String city); // ! unknown attribute 'ctiy' of entity 'Restaurant'; did you mean 'city'?
}
