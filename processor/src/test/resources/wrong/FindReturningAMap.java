package shop;

import jakarta.data.repository.*;
import java.util.*;

@Repository
interface FindReturningAMap extends CrudRepository<Restaurant, UUID> {

    @Find
    Map<String, Restaurant> in(@By("city") String city); // ! it returns Map; return one result or an Optional, List, array, Stream, Page or CursoredPage of them
}
