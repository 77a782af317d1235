package shop;

import jakarta.data.*;
import jakarta.data.repository.*;
import java.util.*;
import java.util.stream.*;

@Repository
interface TwoLimits extends CrudRepository<Restaurant, UUID> {

    @Find
    Stream<Restaurant> all(Limit limit, Limit other); // ! it takes Limit twice; take it once
}
