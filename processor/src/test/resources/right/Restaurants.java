package shop;

import static jakarta.data.repository.By.ID;

import jakarta.data.*;
import jakarta.data.page.*;
import jakarta.data.repository.*;
import java.util.*;
import java.util.stream.*;

@Repository
public interface Restaurants extends CrudRepository<Restaurant, UUID> {

    @Find
    @OrderBy.List({@OrderBy(_Restaurant.NAME), @OrderBy(value = _Restaurant.SEATS, descending = true)})
    Page<Restaurant> in(@By(_Restaurant.CITY) String city, PageRequest page);

    @Find
    @OrderBy(value = "name", ignoreCase = true)
    CursoredPage<Restaurant> at(@By(_Restaurant.ADDRESS_PLACE) String place, PageRequest page, Order<Restaurant> order);

    @Find
    Stream<Sign> signs(Restaurant.Kitchen kitchen, Limit limit, Sort<?>... sorts);

    @Find
    Optional<Restaurant> known(@By(ID) UUID id);

    @Find
    @Override
    Optional<Restaurant> findById(UUID id);

    @Query("where name like :pattern and seats >= :least")
    List<Restaurant> named(@Param("pattern") String pattern, int least);

    @Query("select name where kitchen in :kitchens order by name")
    List<String> names(Collection<Restaurant.Kitchen> kitchens);

    @Query("select name, address.place")
    Sign[] allSigns();

    @Query("select count(this) where kitchen = Kitchen.VEGAN")
    long vegan();

    @Query("update Restaurant set seats = seats + 1 where city = :city")
    int enlarge(String city);

    @Delete
    long close(@By("city") String city);

    @Insert
    Restaurant[] addAll(Restaurant... restaurants);

    default List<String> signsIn(String city) {
        return in(city, PageRequest.ofSize(3)).content().stream()
                .map(Restaurant::name)
                .toList();
    }

    static String name() {
        return "restaurants";
    }

    record Sign(String name, String address_place) {}
}
