package org.stowage.benchmarks;

import jakarta.data.Limit;
import jakarta.data.repository.By;
import jakarta.data.repository.CrudRepository;
import jakarta.data.repository.Find;
import jakarta.data.repository.OrderBy;
import jakarta.data.repository.Repository;
import java.util.List;

/** All products, as an application would declare them. */
@Repository
interface Products extends CrudRepository<Product, Long> {

    /** Returns the cheapest of a category. */
    @Find
    @OrderBy("price")
    List<Product> cheapest(@By("category") String category, Limit limit);
}
