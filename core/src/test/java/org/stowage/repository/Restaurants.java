package org.stowage.repository;

import jakarta.data.Limit;
import jakarta.data.Order;
import jakarta.data.Sort;
import jakarta.data.page.CursoredPage;
import jakarta.data.page.Page;
import jakarta.data.page.PageRequest;
import jakarta.data.repository.By;
import jakarta.data.repository.CrudRepository;
import jakarta.data.repository.Delete;
import jakarta.data.repository.Find;
import jakarta.data.repository.OrderBy;
import jakarta.data.repository.Query;
import jakarta.data.repository.Repository;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

@Repository
interface Restaurants extends CrudRepository<Restaurant, Long> {

    record Sign(String name, String city) {}

    @Find
    @OrderBy("name")
    List<Restaurant> inCity(@By("city") String city);

    @Find
    Optional<Restaurant> named(@By("name") String name);

    @Find
    Restaurant only(@By("city") String city);

    @Find
    Restaurant[] of(@By("kitchen") Restaurant.Kitchen kitchen, Sort<?>... sorts);

    @Find
    @OrderBy("name")
    List<Sign> signs(@By("city") String city);

    @Find
    List<Restaurant> onStreet(@By("address.street") String street);

    @Find
    List<Restaurant> all(Order<Restaurant> order, Limit limit);

    @Find
    @OrderBy("city")
    CursoredPage<Restaurant> pages(PageRequest page, Order<Restaurant> order);

    @Query("where name like :pattern order by name")
    List<Restaurant> like(String pattern);

    @Query("where price > :least and kitchen in (:kitchens) order by price desc, name")
    Page<Restaurant> dear(BigDecimal least, Set<Restaurant.Kitchen> kitchens, PageRequest page);

    @Query("select name where city = ?1")
    Stream<String> names(String city);

    @Query("select name, city where id(this) = ?1")
    Optional<Sign> sign(long id);

    @Query("select count(this) where city = :city")
    long countIn(String city);

    @Query("select count(this) where city = :city")
    boolean anyIn(String city);

    @Query("update Restaurant set city = :to, price = price * 2 where city = :from")
    int move(String from, String to);

    @Query("delete from Restaurant where kitchen = FRENCH")
    long deleteFrench();

    @Delete
    int deleteIn(@By("city") String city);

    default List<String> namesIn(String city) {
        return inCity(city).stream().map(Restaurant::name).toList();
    }
}
