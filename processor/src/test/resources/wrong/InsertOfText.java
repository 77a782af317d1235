package shop;

import jakarta.data.repository.*;
import java.util.*;

@Repository
interface InsertOfText extends CrudRepository<Restaurant, UUID> {

    @Insert
    void add(String name); // ! @Insert takes an entity, and String is none
}
