package shop;

import jakarta.data.repository.*;
import java.util.*;

@Repository
interface TwoThingsSaid extends CrudRepository<Restaurant, UUID> {

    @Find
    @Delete
    void in(@By("city") String city); // ! it is annotated with [@Find, @Delete]; keep one
}
