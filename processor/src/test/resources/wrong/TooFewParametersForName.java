package shop;

import jakarta.data.repository.*;
import java.util.*;

@Repository
interface TooFewParametersForName extends CrudRepository<Restaurant, UUID> {

    List<Restaurant> findByNameAndSeatsBetween(String name, int least); // ! its name asks for 3 parameters (1 for 'Name', 2 for 'SeatsBetween'), and it takes 2; give one for each
}
