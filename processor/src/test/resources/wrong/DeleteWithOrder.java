package shop;

import jakarta.data.repository.*;
import java.util.*;

@Repository
interface DeleteWithOrder extends CrudRepository<Restaurant, UUID> {

    @Query("delete from Restaurant")
    @OrderBy("name")
    long clear(); // ! @OrderBy is for queries that find; leave it out
}
