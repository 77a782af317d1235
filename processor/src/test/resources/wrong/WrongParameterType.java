package shop;

import jakarta.data.repository.*;
import java.util.*;

@Repository
interface WrongParameterType extends CrudRepository<Restaurant, UUID> {

    @Find
    List<Restaurant> in(@By("city") int city); // ! parameter 'city' is int, and attribute 'city' is String; make them alike
}
