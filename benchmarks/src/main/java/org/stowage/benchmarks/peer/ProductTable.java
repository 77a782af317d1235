package org.stowage.benchmarks.peer;

import java.math.BigDecimal;
import java.time.Instant;
import org.jooq.Converter;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.stowage.spi.value.DecimalCode;
import org.stowage.spi.value.TemporalCode;

/** The table of products as jOOQ's own generator would describe it. */
record ProductTable(
        Table<Record> table,
        Field<Long> id,
        Field<String> sku,
        Field<String> name,
        Field<BigDecimal> price,
        Field<Integer> stock,
        Field<String> category,
        Field<Instant> updatedAt,
        Field<Integer> version) {

    private static final int SCALE = 2;
    private static final Converter<String, BigDecimal> PRICE = Converter.ofNullable(
            String.class, BigDecimal.class, text -> DecimalCode.decode(text).setScale(SCALE), DecimalCode::encode);
    private static final Converter<String, Instant> TIME =
            Converter.ofNullable(String.class, Instant.class, TemporalCode::decodeInstant, TemporalCode::encode);

    /** Returns the table of the SQLite provider. */
    static ProductTable ofTheProvider() {
        return new ProductTable(
                DSL.table(DSL.name("c__product")),
                DSL.field(DSL.name("f_id"), SQLDataType.BIGINT),
                DSL.field(DSL.name("f_sku"), SQLDataType.VARCHAR),
                DSL.field(DSL.name("f_name"), SQLDataType.VARCHAR),
                DSL.field(DSL.name("f_price"), SQLDataType.VARCHAR.asConvertedDataType(PRICE)),
                DSL.field(DSL.name("f_stock"), SQLDataType.INTEGER),
                DSL.field(DSL.name("f_category"), SQLDataType.VARCHAR),
                DSL.field(DSL.name("f_updated_at"), SQLDataType.VARCHAR.asConvertedDataType(TIME)),
                DSL.field(DSL.name("f_version"), SQLDataType.INTEGER));
    }

    /** Returns a table with the types of H2. */
    static ProductTable ofH2() {
        return new ProductTable(
                DSL.table(DSL.name("product")),
                DSL.field(DSL.name("id"), SQLDataType.BIGINT.notNull()),
                DSL.field(DSL.name("sku"), SQLDataType.VARCHAR.notNull()),
                DSL.field(DSL.name("name"), SQLDataType.VARCHAR.notNull()),
                DSL.field(DSL.name("price"), SQLDataType.DECIMAL(12, SCALE).notNull()),
                DSL.field(DSL.name("stock"), SQLDataType.INTEGER.notNull()),
                DSL.field(DSL.name("category"), SQLDataType.VARCHAR.notNull()),
                DSL.field(DSL.name("updated_at"), SQLDataType.INSTANT(6).notNull()),
                DSL.field(DSL.name("version"), SQLDataType.INTEGER.notNull()));
    }
}
