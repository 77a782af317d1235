package org.stowage.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.data.Sort;
import jakarta.data.exceptions.DataException;
import jakarta.data.exceptions.EntityExistsException;
import jakarta.data.repository.CrudRepository;
import jakarta.data.repository.Find;
import jakarta.data.repository.Query;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stowage.Stowage;
import org.stowage.entity.Scale;
import org.stowage.entity.Unique;

/** Decimals: by their mathematical value, exact, and never rounded unasked. */
@WithAndWithoutPushDown
class DecimalTest {

    record Amount(
            BigDecimal id,
            @Nullable @Scale(2) BigDecimal price,
            @Nullable @Unique BigDecimal code,
            @Nullable BigInteger whole) {

        static Amount of(String value) {
            return new Amount(new BigDecimal(value), null, null, null);
        }
    }

    interface Amounts extends CrudRepository<Amount, BigDecimal> {

        @Find
        List<Amount> sorted(Sort<Amount> sort);

        @Find
        Optional<Amount> price(BigDecimal price);

        @Query("where id between :low and :high")
        List<Amount> between(BigDecimal low, BigDecimal high);

        @Query("where id in :ids")
        List<Amount> in(List<BigDecimal> ids);

        @Query("where id > 0.1 and id < 1e3")
        List<Amount> small();

        @Query("where price / 3 = :third")
        List<Amount> third(BigDecimal third);

        @Query("where price * 2 - 0.01 = :result")
        List<Amount> calculated(BigDecimal result);

        @Query("where whole > :least")
        List<Amount> above(BigInteger least);

        @Query("update Amount set price = price * :factor")
        long multiply(BigDecimal factor);
    }

    private final Stowage stowage;
    private final Amounts amounts;

    DecimalTest(TestStore store, @TempDir Path folder) {
        stowage = store.open(folder);
        amounts = stowage.repository(Amounts.class);
    }

    @AfterEach
    void close() {
        stowage.close();
    }

    private static BigDecimal decimal(String text) {
        return new BigDecimal(text);
    }

    private void insert(String... ids) {
        amounts.insertAll(Stream.of(ids).map(Amount::of).toList());
    }

    private static List<String> ids(List<Amount> found) {
        return found.stream().map(amount -> amount.id().toString()).toList();
    }

    @Test
    void standInTheOrderOfNumbers() {
        insert("10", "9", "-9", "-10", "0", "0.1", "0.09", "-0.1", "1e300", "-1e300", "1e-300", "9.99", "12345678901");
        List<String> ordered = ids(amounts.sorted(Sort.asc("id")));
        assertThat(ordered.stream().map(BigDecimal::new)).isSortedAccordingTo(BigDecimal::compareTo);
        assertThat(ordered).hasSize(13).startsWith("-1" + "0".repeat(300), "-10", "-9", "-0.1", "0");
        assertThat(ids(amounts.small())).containsExactly("9", "9.99", "10");
        assertThat(ids(amounts.between(decimal("-9.5"), decimal("0.090")))).hasSize(5);
    }

    @Test
    void areEqualWhateverTheirScale() {
        insert("1.50", "100");
        assertThat(amounts.findById(decimal("1.5"))).isPresent();
        assertThat(amounts.findById(decimal("1.5000"))).isPresent();
        assertThat(amounts.findById(decimal("1E+2"))).isPresent();
        assertThat(ids(amounts.in(List.of(decimal("1.500"), decimal("1e2"), decimal("7")))))
                .containsExactly("1.5", "100");
        assertThatThrownBy(() -> amounts.insert(Amount.of("1.500")))
                .isInstanceOf(EntityExistsException.class)
                .hasMessageContaining("1.5");
    }

    @Test
    void areOneUniqueValueWhateverTheirScale() {
        amounts.insert(new Amount(decimal("1"), null, decimal("2.0"), null));
        assertThatThrownBy(() -> amounts.insert(new Amount(decimal("2"), null, decimal("2.00"), null)))
                .isInstanceOf(EntityExistsException.class);
        assertThat(amounts.findById(decimal("2"))).isEmpty();
    }

    @Test
    void areReadBackWithTheDeclaredScaleAndElseWithoutZeros() {
        amounts.insert(new Amount(decimal("1.00"), decimal("3"), decimal("2.50"), new BigInteger("5")));
        assertThat(amounts.findById(decimal("1")))
                .contains(new Amount(decimal("1"), decimal("3.00"), decimal("2.5"), new BigInteger("5")));
        assertThat(amounts.price(decimal("3.000"))).isPresent();
    }

    @Test
    void areRefusedWhereTheDeclaredScaleWouldRoundThem() {
        Amount rounded = new Amount(decimal("1"), decimal("0.005"), null, null);
        assertThatThrownBy(() -> amounts.insert(rounded))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("'0.005'")
                .hasMessageContaining("price")
                .hasMessageContaining("'Amount'");
        amounts.insert(new Amount(decimal("1"), decimal("0.05"), null, null));
        assertThatThrownBy(() -> amounts.update(rounded)).isInstanceOf(DataException.class);
        assertThatThrownBy(() -> amounts.save(rounded)).isInstanceOf(DataException.class);
        assertThatThrownBy(() -> amounts.multiply(decimal("0.1"))).isInstanceOf(DataException.class);
        assertThat(amounts.findById(decimal("1")).orElseThrow().price()).isEqualTo(decimal("0.05"));
        // Asking is not storing: no stored price is equal to it.
        assertThat(amounts.price(decimal("0.005"))).isEmpty();
    }

    @Test
    void areCalculatedExactly() {
        amounts.insert(new Amount(decimal("1"), decimal("0.10"), null, null));
        amounts.insert(new Amount(decimal("2"), decimal("1.00"), null, null));
        assertThat(amounts.calculated(decimal("0.19"))).hasSize(1);
        assertThat(amounts.third(decimal("0.3333333333333333333333333333333333")))
                .hasSize(1);
        assertThat(amounts.multiply(decimal("3"))).isEqualTo(2);
        assertThat(amounts.price(decimal("0.3"))).isPresent();
    }

    @Test
    void mayBeWholeNumbersOfAHundredDigits() {
        BigInteger greatest = BigInteger.TEN.pow(100).subtract(BigInteger.ONE);
        amounts.insert(new Amount(decimal("1"), null, null, greatest));
        amounts.insert(new Amount(decimal("2"), null, null, greatest.negate()));
        assertThat(amounts.findById(decimal("1")).orElseThrow().whole()).isEqualTo(greatest);
        assertThat(ids(amounts.above(BigInteger.ZERO))).containsExactly("1");
        assertThatThrownBy(() -> amounts.insert(new Amount(decimal("3"), null, null, BigInteger.TWO.pow(333))))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("100");
    }
}
