package shop;

import jakarta.data.repository.*;
import java.util.*;

@Repository
interface FindReturningASet extends CrudRepository<Restaurant, UUID> {

    @Find
    Set<Restaurant> in(@By("city") String city); // ! it returns Set; return one result or an Optional, List, array, Stream, Page or CursoredPage of them
}
