package shop;

import jakarta.data.repository.*;
import java.util.*;

@Repository
interface DeleteByAttributeReturningText extends CrudRepository<Restaurant, UUID> {

    @Delete
    String in(@By("city") String city); // ! it returns String; return void, or how many as int or long
}
