package shop;

import jakarta.data.repository.*;
import java.util.*;

@Repository
interface NothingSaid extends CrudRepository<Restaurant, UUID> {

    void open(); // ! nothing says what it does; annotate it with @Find, @Query, @Insert, @Update, @Save or @Delete, or let its name start with one of [find, count, exists, delete]
}
