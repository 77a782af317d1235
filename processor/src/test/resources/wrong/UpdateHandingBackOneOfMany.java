package shop;

import jakarta.data.repository.*;
import java.util.*;

@Repository
interface UpdateHandingBackOneOfMany extends CrudRepository<Restaurant, UUID> {

    @Update
    Restaurant change(List<Restaurant> restaurants); // ! it takes List of Restaurant and returns Restaurant; return void or the same as it takes
}
