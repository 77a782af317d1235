package shop;

import jakarta.data.*;
import jakarta.data.repository.*;
import java.util.*;

@Repository
interface DeleteWithLimit extends CrudRepository<Restaurant, UUID> {

    @Query("delete from Restaurant")
    long clear(Limit limit); // ! the query deletes, and it takes a Limit, an order or a PageRequest; leave that out
}
