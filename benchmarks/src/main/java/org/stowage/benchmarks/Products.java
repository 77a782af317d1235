package org.stowage.benchmarks;

import jakarta.data.Limit;
import jakarta.data.page.CursoredPage;
import jakarta.data.page.PageRequest;
import jakarta.data.repository.By;
import jakarta.data.repository.CrudRepository;
import jakarta.data.repository.Find;
import jakarta.data.repository.OrderBy;
import jakarta.data.repository.Repository;
import java.math.BigDecimal;
import java.util.List;

/** All products, as an application would declare them. */
@Repository
interface Products extends CrudRepository<Product, Long> {

    /** Returns the cheapest of a category. */
    @Find
    @OrderBy("price")
    List<Product> cheapest(@By("category") String category, Limit limit);

    /** Returns what costs at least this and at most that. */
    List<Product> findByPriceBetween(BigDecimal least, BigDecimal most);

    /** Returns how many cost at least this and at most that. */
    long countByPriceBetween(BigDecimal least, BigDecimal most);

    /** Returns a page. */
    @Find
    @OrderBy("id")
    CursoredPage<Product> page(PageRequest request);
}
