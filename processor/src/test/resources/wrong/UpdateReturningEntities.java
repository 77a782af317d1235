package shop;

import jakarta.data.repository.*;
import java.util.*;

@Repository
interface UpdateReturningEntities extends CrudRepository<Restaurant, UUID> {

    @Query("update Restaurant set seats = 0")
    List<Restaurant> close(); // ! the query updates, and it returns List; return long
}
