package shop;

import jakarta.data.repository.*;
import java.util.*;

@Repository
interface CountAsText extends CrudRepository<Restaurant, UUID> {

    @Query("select count(this)")
    String count(); // ! the query counts, and it returns String; return long
}
