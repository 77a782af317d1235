package shop;

import jakarta.data.repository.*;
import java.util.*;

@Repository
interface CountByNameAsText extends CrudRepository<Restaurant, UUID> {

    String countByCity(String city); // ! it counts, and returns String; return long
}
