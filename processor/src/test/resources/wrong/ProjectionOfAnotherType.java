package shop;

import jakarta.data.repository.*;
import java.util.*;

@Repository
interface ProjectionOfAnotherType extends CrudRepository<Restaurant, UUID> {

    @Find
    List<Sign> signs(); // ! component 'name' of Sign is int, and attribute 'name' is String; make them alike

    record Sign(int name) {}
}
