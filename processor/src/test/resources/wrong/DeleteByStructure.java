package shop;

import jakarta.data.repository.*;
import java.util.*;

@Repository
interface DeleteByStructure extends CrudRepository<Restaurant, UUID> {

    @Delete
    long at(@By("address") Restaurant.Address address); // ! attribute 'address' is struct(street? text, place? text), which is not compared; ask for an attribute within it
}
