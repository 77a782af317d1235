package org.stowage.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.stowage.Stowage;
import org.stowage.spi.change.Change;
import org.stowage.spi.error.ArithmeticOverflowException;
import org.stowage.spi.error.InvalidValueException;
import org.stowage.spi.query.ScanRequest;
import org.stowage.spi.schema.EntitySchema;
import org.stowage.spi.value.Field;
import org.stowage.spi.value.Row;
import org.stowage.spi.value.ValueType;
import org.stowage.store.OpenStore;

class JdqlTest {

    private static final EntitySchema AIRPORT = EntitySchema.named("airport")
            .required("ident", ValueType.TEXT)
            .required("name", ValueType.TEXT)
            .optional("elevation", ValueType.INT64)
            .optional("fee", new ValueType.Decimal(2))
            .optional("latitude", ValueType.FLOAT64)
            .optional("opened", ValueType.DATE)
            .optional("checked", ValueType.INSTANT)
            .required("size", new ValueType.Enumeration(List.of("SMALL", "LARGE")))
            .optional(
                    "place",
                    new ValueType.Struct(
                            List.of(Field.optional("city", ValueType.TEXT), Field.optional("zip", ValueType.INT64))))
            .required("open", ValueType.BOOLEAN)
            .key("ident")
            .build();

    private final Stowage stowage = Stowage.open("memory");
    private final OpenStore store = stowage.store("*");

    @BeforeEach
    void fill() {
        store.ensure(AIRPORT);
        store.write(transaction -> transaction.apply(new Change.Insert(
                "airport",
                List.of(
                        row("BER", "Berlin", 157L, "12.50", 52.4, "2020-10-31", "LARGE", "Schönefeld", true),
                        row("HAM", "Hamburg", 53L, "9.90", 53.6, "1911-01-10", "LARGE", "Hamburg", true),
                        row("QXX", "100% 'Field'", null, null, null, null, "SMALL", null, false)))));
    }

    @AfterEach
    void close() {
        stowage.close();
    }

    private static Row row(
            String ident,
            String name,
            @Nullable Long elevation,
            @Nullable String fee,
            @Nullable Double latitude,
            @Nullable String opened,
            String size,
            @Nullable String city,
            boolean open) {
        return Row.of(
                ident,
                name,
                elevation,
                fee == null ? null : new BigDecimal(fee),
                latitude,
                opened == null ? null : LocalDate.parse(opened),
                opened == null ? null : Instant.parse(opened + "T12:00:00Z"),
                size,
                city == null ? null : Row.of(city, 1L),
                open);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '"', textBlock = """
            where elevation > 100                                        ; BER
            WHERE elevation Between 53 AND 60                            ; HAM
            where elevation is null                                      ; QXX
            where not elevation > 100                                    ; HAM
            where elevation in (53, 157) order by name desc              ; HAM BER
            where name like '%er%'                                       ; BER
            where name like '100\\%%' escape '\\'                        ; QXX
            where name = '100% ''Field'''                                ; QXX
            where fee = 12.5                                             ; BER
            where fee * 2 >= 25                                          ; BER
            where fee + 0.10 = 10                                        ; HAM
            where latitude < 53                                          ; BER
            where elevation / 2 * 2 + 1 = elevation                      ; BER HAM
            where -elevation < -100                                      ; BER
            where opened < '2000-01-01'                                  ; HAM
            where checked = '2020-10-31T12:00:00Z'                       ; BER
            where opened < local date order by ident                     ; BER HAM
            where size = LARGE and open = true                           ; BER HAM
            where size = org.example.Size.SMALL                          ; QXX
            where size in ('SMALL') or ident = 'HAM'                     ; HAM QXX
            where size > SMALL                                           ; BER HAM
            where place.city = 'Hamburg'                                 ; HAM
            where length(place.city) = 10                                ; BER
            where upper(left(name, 2)) || 'x' = 'BEx'                    ; BER
            where id(this) <> 'BER' and (open = true or elevation = 1)   ; HAM
            where (elevation + 1) * 2 = 108                              ; HAM
            where 100 < elevation                                        ; BER
            where abs(-1.5) = 1.5 and ident = 'BER'                      ; BER
            where ident in ()                                            ; NONE
            where elevation = 1_5__7L                                    ; BER
            where latitude = 52.4d or latitude = 5_3.6E0                 ; BER HAM
            where latitude = 52.4f                                       ; NONE
            where fee = 12.50F                                           ; BER
            where latitude > .5e1 and elevation < 1e2                    ; HAM
            SELECT this FROM airport WHERE this.open = TRUE ORDER BY this.ident DESC ; HAM BER
            where not (open = false or not elevation <= 100)             ; HAM
            where 2 + 3 * 4 - 6 / 3 = 12 and open = false                ; QXX
            where 'a' || 'b' || 'c' = 'abc' and right(ident, 1) = 'M'    ; HAM
            where lower(name) = 'berlin' or upper(name) like '%BURG'     ; BER HAM
            where opened is not null and opened <= local date            ; BER HAM
            where elevation not between 0 and 100                        ; BER
            where size not in (LARGE)                                    ; QXX
            where name not like '%r%'                                    ; QXX
            where +elevation = - -53                                     ; HAM
            from airport order by size, elevation desc                   ; QXX BER HAM
            """)
    void finds(String text, String expected) {
        assertThat(idents(text, Map.of())).isEqualTo(expected.equals("NONE") ? "" : expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            select nmae from airport                | unknown attribute 'nmae' of entity 'airport' at column 8; did you mean 'name'?
            selct name from airport                 | unexpected 'selct' at column 1; did you mean 'select'?
            select name form airport                | unexpected 'form' at column 13; did you mean 'from'?
            from airprt                             | unknown entity 'airprt' at column 6; did you mean 'airport'?
            where name = 'x' adn open = true        | unexpected 'adn' at column 18; did you mean 'and'?
            where name lik 'x'                      | unexpected 'lik' at column 12; did you mean 'like'?
            from airport oder by name               | unexpected 'oder' at column 14; did you mean 'order'?
            where name = null                       | null is compared with nothing at column 14; say 'is null' or 'is not null'
            where elevation = 010                   | the number '010' begins with 0, which is octal in Java at column 19; leave the 0 out
            where elevation = 1_                    | the number '1' runs into '_' at column 20
            where latitude = 1e400                  | the number '1e400' is no float64 at column 18
            where elevation = 1e99999999999         | the number '1e99999999999' has an exponent that is too large at column 19
            where fee = 1.5e-2147483647             | the number '1.5e-2147483647' has an exponent that is too large at column 13
            where fee * 1e600 = 1                   | the number '1e600' cannot be used at column 13
            select this, name                       | 'this' stands alone at column 12; select either it or attributes
            where name != 'x'                       | unknown operator '!=' at column 12; did you mean '<>'?
            where name = 'x                         | the text that begins here is not closed at column 14; end it with a single quote
            where elevation = 'high'                | attribute 'elevation' is int64 and 'high' is text, which do not compare at column 7; compare values of one type
            where elevation = 10.5                  | the number '10.5' is no int64 at column 19
            where size = HUGE                       | unknown attribute 'HUGE' of entity 'airport' at column 14; there are
            where place.cty = 'x'                   | unknown attribute 'cty' of attribute 'place' at column 7; did you mean 'city'?
            where place = 'x'                       | attribute 'place' is
            where lenght(name) = 3                  | unknown function 'lenght' at column 7; did you mean 'length'?
            where length(elevation) = 3             | attribute 'elevation' is int64, and text is needed at column 14
            where open                              | a value stands where a condition is expected at column 7
            where :a = :b                           | the type of parameter ':a' cannot be told at column 7
            where name = :a and elevation = ?1      | parameter '?1' mixes names and ordinals at column 33
            update airport set ident = 'x'          | attribute 'ident' is the id and cannot be set at column 20
            update airport set name = null          | attribute 'name' cannot be null at column 20
            delete airport                          | unexpected 'airport' at column 8; expected 'from'
            where fee > 1 order by fee decs         | unexpected 'decs' at column 28; did you mean 'desc'?
            where name = "x"                        | unexpected character '"' at column 14; write texts in single quotes, names without
            """, quoteCharacter = '`')
    void saysWhatIsWrongAndWhere(String text, String message) {
        assertThatThrownBy(() -> Jdql.prepare(text, store, null))
                .isInstanceOf(JdqlException.class)
                .hasMessageStartingWith(message);
    }

    @Test
    void countsLinesOfLongStatements() {
        assertThatThrownBy(() -> Jdql.prepare("select name\nfrom airport\nwhere nmae = 'x'", store, null))
                .isInstanceOfSatisfying(JdqlException.class, failure -> {
                    assertThat(failure.line()).isEqualTo(3);
                    assertThat(failure.column()).isEqualTo(7);
                    assertThat(failure.excerpt()).isEqualTo("where nmae = 'x'\n      ^");
                })
                .hasMessageContaining("at line 3, column 7");
    }

    @Test
    void describesColumnsAndParameters() {
        PreparedQuery query = Jdql.prepare(
                "select ident, place.city from airport where fee > :fee and size in :sizes and fee < :fee + 1",
                store,
                null);
        assertThat(query.kind()).isEqualTo(StatementKind.ROWS);
        assertThat(query.columns())
                .containsExactly(new Column("ident", ValueType.TEXT), new Column("place.city", ValueType.TEXT));
        assertThat(query.parameters().stream().map(Parameter::toString)).containsExactly(":fee", ":sizes");
        assertThat(query.parameters().get(0).type()).isEqualTo(ValueType.DECIMAL);
        List<Object> arguments = query.argumentsOf(Map.of("fee", "9.95", "sizes", "SMALL, LARGE"));
        assertThat(rows(query, arguments)).containsExactly();
        assertThat(rows(query, query.argumentsOf(Map.of("fee", "9", "sizes", "LARGE"))))
                .containsExactly(Row.of("HAM", "Hamburg"));
        assertThatThrownBy(() -> query.argumentsOf(Map.of("fee", "much", "sizes", "LARGE")))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("'much'");
        assertThatThrownBy(() -> query.argumentsOf(Map.of("fee", "1", "sizes", "LARGE", "fe", "1")))
                .hasMessageContaining("did you mean 'fee'");
    }

    @Test
    void numbersOrdinalParametersByTheirDigits() {
        assertThat(idents("where name = ?2 or elevation = ?1", Map.of("2", "Berlin", "1", "53")))
                .isEqualTo("BER HAM");
        assertThatThrownBy(() -> Jdql.prepare("where name = ?2", store, null)).hasMessageContaining("?1");
    }

    @Test
    void treatsANullArgumentAsUnknown() {
        PreparedQuery query = Jdql.prepare("where name = :name", store, null);
        assertThat(rows(query, Arrays.asList((Object) null))).isEmpty();
    }

    @Test
    void leavesOutAndLimits() {
        PreparedQuery query = Jdql.prepare("select ident order by ident", store, null);
        List<Row> rows = store.read(transaction -> drain(query.run(transaction, List.of(), 1, 1)));
        assertThat(rows).containsExactly(Row.of("HAM"));
    }

    @Test
    void counts() {
        assertThat(rows(Jdql.prepare("select count(this) from airport where open = true", store, null), List.of()))
                .containsExactly(Row.of(2L));
    }

    @Test
    void changesRowsFromWhatTheyWere() {
        PreparedQuery update = Jdql.prepare(
                "update airport set elevation = elevation + :more, name = name || '!', place.city = 'X', fee = null"
                        + " where open = true",
                store,
                null);
        assertThat(update.kind().writes()).isTrue();
        List<Row> result = store.write(transaction -> drain(update.run(transaction, List.of(3L))));
        assertThat(result).containsExactly(Row.of(2L));
        assertThat(rows(
                        Jdql.prepare("select elevation, name, place.city, fee where ident = 'HAM'", store, null),
                        List.of()))
                .containsExactly(Row.of(56L, "Hamburg!", "X", null));
    }

    @Test
    void changesNothingWhenOneOfTheRowsFails() {
        PreparedQuery update =
                Jdql.prepare("update airport set elevation = 9223372036854775807 / (elevation - 53)", store, null);
        assertThatThrownBy(() -> store.write(transaction -> drain(update.run(transaction, List.of()))))
                .isInstanceOf(ArithmeticOverflowException.class);
        assertThat(idents("where elevation = 157", Map.of())).isEqualTo("BER");
    }

    @Test
    void deletes() {
        PreparedQuery delete = Jdql.prepare("delete from airport where size = SMALL", store, null);
        List<Row> result = store.write(transaction -> drain(delete.run(transaction, List.of())));
        assertThat(result).containsExactly(Row.of(1L));
        assertThat(idents("", Map.of())).isEqualTo("BER HAM");
    }

    @ParameterizedTest
    @ValueSource(strings = {"(", "not ", "-", "abs("})
    void refusesWhatIsNestedTooDeep(String opening) {
        assertThatThrownBy(() -> Jdql.parse("where " + opening.repeat(100_000)))
                .isInstanceOf(JdqlException.class)
                .hasMessageContaining("nested deeper than 64");
    }

    @Test
    void refusesWhatHasTooManyParts() {
        assertThatThrownBy(() -> Jdql.parse("where elevation = 1" + "+1".repeat(100_000)))
                .isInstanceOf(JdqlException.class)
                .hasMessageContaining("more than 500");
    }

    private String idents(String text, Map<String, String> arguments) {
        PreparedQuery query = Jdql.prepare(text, store, null);
        return String.join(
                " ",
                rows(query, query.argumentsOf(arguments)).stream()
                        .map(row -> (String) row.get(0))
                        .toList());
    }

    private List<Row> rows(PreparedQuery query, List<? extends @Nullable Object> arguments) {
        return store.read(transaction -> drain(query.run(transaction, arguments, 0, ScanRequest.UNLIMITED)));
    }

    private static List<Row> drain(QueryRows rows) {
        List<Row> drained = new ArrayList<>();
        try (rows) {
            for (Row row = rows.next(); row != null; row = rows.next()) {
                drained.add(row);
            }
        }
        return drained;
    }
}
