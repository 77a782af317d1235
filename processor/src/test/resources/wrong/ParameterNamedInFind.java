package shop;

import jakarta.data.repository.*;
import java.util.*;

@Repository
interface ParameterNamedInFind extends CrudRepository<Restaurant, UUID> {

    @Find
    List<Restaurant> named(
            @Param("name") String name); // ! parameter 'name' is annotated with @Param, which is for @Query; write @By
}
