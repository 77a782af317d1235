package shop;

import jakarta.data.repository.*;
import java.util.*;

@Repository
interface AttributeNamedInQuery extends CrudRepository<Restaurant, UUID> {

    @Query("where name = :name")
    List<Restaurant> named(
            @By("name") String name); // ! parameter 'name' is annotated with @By, which is for @Find and @Delete; write @Param
}
