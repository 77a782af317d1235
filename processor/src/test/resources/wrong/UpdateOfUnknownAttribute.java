package shop;

import jakarta.data.repository.*;
import java.util.*;

@Repository
interface UpdateOfUnknownAttribute extends CrudRepository<Restaurant, UUID> {

    @Query("update Restaurant set seat = 0") // ! unknown attribute 'seat' of entity 'Restaurant' at column 23; did you mean 'seats'?
    long close();
}
