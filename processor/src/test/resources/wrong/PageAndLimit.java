package shop;

import jakarta.data.*;
import jakarta.data.page.*;
import jakarta.data.repository.*;
import java.util.*;

@Repository
interface PageAndLimit extends CrudRepository<Restaurant, UUID> {

    @Find
    List<Restaurant> all(Limit limit, PageRequest page); // ! it takes a Limit and a PageRequest; take one of them
}
