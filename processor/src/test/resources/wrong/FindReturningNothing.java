package shop;

import jakarta.data.repository.*;
import java.util.*;

@Repository
interface FindReturningNothing extends CrudRepository<Restaurant, UUID> {

    @Find
    void in(@By("city") String city); // ! it finds and returns nothing; return what it finds
}
