package org.stowage.benchmarks.peer;

import java.math.BigDecimal;
import java.util.List;
import org.springframework.data.keyvalue.repository.KeyValueRepository;

/** All products, as an application with Spring Data KeyValue would declare them. Its between leaves out both ends. */
interface SpringKeyValueProducts extends KeyValueRepository<SpringProduct, Long> {

    List<SpringProduct> findTop20ByCategoryOrderByPriceAscIdAsc(String category);

    List<SpringProduct> findByPriceGreaterThanEqualAndPriceLessThanEqual(BigDecimal least, BigDecimal most);

    long countByPriceGreaterThanEqualAndPriceLessThanEqual(BigDecimal least, BigDecimal most);

    List<SpringProduct> findTop100ByIdGreaterThanOrderByIdAsc(long after);
}
