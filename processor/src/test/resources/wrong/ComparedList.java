package shop;

import jakarta.data.repository.*;
import java.util.*;

@Repository
interface ComparedList extends CrudRepository<Restaurant, UUID> {

    @Find
    List<Restaurant> tagged(@By("tags") String tag); // ! attribute 'tags' is list(text), which is not compared; ask for an attribute within it
}
