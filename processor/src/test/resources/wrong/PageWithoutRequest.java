package shop;

import jakarta.data.page.*;
import jakarta.data.repository.*;
import java.util.*;

@Repository
interface PageWithoutRequest extends CrudRepository<Restaurant, UUID> {

    @Find
    Page<Restaurant> in(@By("city") String city); // ! it returns a page and takes no PageRequest; add the parameter
}
