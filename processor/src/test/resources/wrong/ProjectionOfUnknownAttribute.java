package shop;

import jakarta.data.repository.*;
import java.util.*;

@Repository
interface ProjectionOfUnknownAttribute extends CrudRepository<Restaurant, UUID> {

    @Find
    List<Sign> signs(); // ! unknown attribute 'nmae' of entity 'Restaurant'; did you mean 'name'?

    record Sign(String nmae) {}
}
