package shop;

import jakarta.data.repository.*;
import java.util.*;

@Repository
interface InsertHandingBackAnotherType extends CrudRepository<Restaurant, UUID> {

    @Insert
    List<String> add(List<Restaurant> restaurants); // ! it takes List of Restaurant and returns List; return void or the same as it takes
}
