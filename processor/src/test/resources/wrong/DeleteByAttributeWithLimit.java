package shop;

import jakarta.data.*;
import jakarta.data.repository.*;
import java.util.*;

@Repository
interface DeleteByAttributeWithLimit extends CrudRepository<Restaurant, UUID> {

    @Delete
    long in(@By("city") String city, Limit limit); // ! it deletes, and takes a Limit, an order or a PageRequest; leave that out
}
