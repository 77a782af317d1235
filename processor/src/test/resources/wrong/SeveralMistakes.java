package shop;

import jakarta.data.repository.*;
import java.util.*;

@Repository
interface SeveralMistakes extends CrudRepository<Restaurant, UUID> {

    @Find
    List<Restaurant> in(@By("ctiy") String city); // ! unknown attribute 'ctiy' of entity 'Restaurant'; did you mean 'city'?

    @Find
    List<Restaurant> right(@By("city") String city);

    @Query("wehre name = 'x'") // ! unexpected 'wehre' at column 1; did you mean 'where'?
    List<Restaurant> x();

    default List<Restaurant> both() {
        return right("New Orleans");
    }

    @Insert
    void add(String name); // ! @Insert takes an entity, and String is none
}
