package shop;

import jakarta.data.repository.*;
import java.util.*;

@Repository
interface WrongEnumerationType extends CrudRepository<Restaurant, UUID> {

    @Find
    List<Restaurant> cooking(@By("kitchen") String kitchen); // ! parameter 'kitchen' is String, and attribute 'kitchen' is Kitchen; make them alike
}
