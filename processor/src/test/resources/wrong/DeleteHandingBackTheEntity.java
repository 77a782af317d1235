package shop;

import jakarta.data.repository.*;
import java.util.*;

@Repository
interface DeleteHandingBackTheEntity extends CrudRepository<Restaurant, UUID> {

    @Delete
    Restaurant remove(Restaurant restaurant); // ! it returns Restaurant; return void, or how many as int or long
}
