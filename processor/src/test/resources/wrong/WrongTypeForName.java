package shop;

import jakarta.data.repository.*;
import java.util.*;

@Repository
interface WrongTypeForName extends CrudRepository<Restaurant, UUID> {

    List<Restaurant> findBySeatsGreaterThan(
            String least); // ! parameter 'least' is String, and 'SeatsGreaterThan' at position 7 of the name takes Integer; make them alike
}
