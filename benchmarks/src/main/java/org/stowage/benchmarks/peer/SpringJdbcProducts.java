package org.stowage.benchmarks.peer;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.data.domain.Limit;
import org.springframework.data.jdbc.repository.query.Modifying;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.CrudRepository;
import org.springframework.data.repository.query.Param;

/** All products, as an application with Spring Data JDBC would declare them. */
interface SpringJdbcProducts extends CrudRepository<SpringProduct, Long> {

    List<SpringProduct> findByCategoryOrderByPriceAscIdAsc(String category, Limit limit);

    List<SpringProduct> findByPriceBetween(BigDecimal least, BigDecimal most);

    long countByPriceBetween(BigDecimal least, BigDecimal most);

    List<SpringProduct> findByIdGreaterThanOrderById(long after, Limit limit);

    Stream<SpringProduct> streamAllByIdGreaterThan(long after);

    /** Writes what changes, and nothing that is indexed. */
    @Modifying
    @Query("UPDATE c__product SET f_stock = :stock, f_updated_at = :time, f_version = :version + 1 "
            + "WHERE f_id = :id AND f_version = :version")
    int update(
            @Param("id") long id, @Param("stock") int stock, @Param("time") String time, @Param("version") int version);
}
