package shop;

import jakarta.data.repository.*;
import java.util.*;

@Repository
interface WrongIdType extends CrudRepository<Restaurant, UUID> {

    @Find
    Optional<Restaurant> byId(@By(By.ID) long id); // ! parameter 'id' is long, and attribute 'id' is UUID; make them alike
}
