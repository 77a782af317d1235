package shop;

import jakarta.data.repository.*;
import java.util.*;

@Repository
interface CountOfNothing extends CrudRepository<Restaurant, UUID> {

    @Query("select count(this)")
    void count(); // ! it counts and returns nothing; return long
}
