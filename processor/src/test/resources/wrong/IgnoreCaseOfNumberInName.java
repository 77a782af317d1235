package shop;

import jakarta.data.repository.*;
import java.util.*;

@Repository
interface IgnoreCaseOfNumberInName extends CrudRepository<Restaurant, UUID> {

    List<Restaurant> findBySeatsIgnoreCase(int seats); // ! 'IgnoreCase' at position 12 is for texts, and attribute 'seats' is int64; leave it out
}
