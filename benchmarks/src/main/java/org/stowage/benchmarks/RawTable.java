package org.stowage.benchmarks;

import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.stowage.spi.value.DecimalCode;
import org.stowage.spi.value.TemporalCode;

/** The table that hand-written JDBC works on. */
public enum RawTable {

    /** The table of the SQLite provider, byte for byte: what is left between the two is what our layers cost. */
    OF_THE_PROVIDER(
            "c__product",
            "f_",
            "CREATE TABLE c__product (f_id INTEGER NOT NULL, f_sku TEXT NOT NULL, f_name TEXT NOT NULL, "
                    + "f_price TEXT NOT NULL, f_stock INTEGER NOT NULL, f_category TEXT NOT NULL, "
                    + "f_updated_at TEXT NOT NULL, f_version INTEGER NOT NULL, PRIMARY KEY (f_id)) STRICT",
            "CREATE UNIQUE INDEX i__product_2sku ON c__product (f_sku)",
            "CREATE INDEX i__product_2category ON c__product (f_category)",
            "CREATE INDEX more_1 ON c__product (f_category, f_price, f_id)",
            "CREATE INDEX more_2 ON c__product (f_price)") {
        @Override
        void bindPrice(PreparedStatement statement, int place, BigDecimal price) throws SQLException {
            statement.setString(place, DecimalCode.encode(price));
        }

        @Override
        BigDecimal price(ResultSet result, int column) throws SQLException {
            return DecimalCode.decode(result.getString(column)).setScale(CENTS);
        }

        @Override
        void bindTime(PreparedStatement statement, int place, Instant time) throws SQLException {
            statement.setString(place, TemporalCode.encode(time));
        }

        @Override
        Instant time(ResultSet result, int column) throws SQLException {
            return TemporalCode.decodeInstant(result.getString(column));
        }
    },

    /** Cents and microseconds as whole numbers, which this data allows: what the stored forms of ours cost. */
    OF_WHOLE_NUMBERS(
            "product",
            "",
            "CREATE TABLE product (id INTEGER NOT NULL, sku TEXT NOT NULL, name TEXT NOT NULL, "
                    + "price INTEGER NOT NULL, stock INTEGER NOT NULL, category TEXT NOT NULL, "
                    + "updated_at INTEGER NOT NULL, version INTEGER NOT NULL, PRIMARY KEY (id)) STRICT",
            "CREATE UNIQUE INDEX product_sku ON product (sku)",
            "CREATE INDEX product_category ON product (category)",
            "CREATE INDEX more_1 ON product (category, price, id)",
            "CREATE INDEX more_2 ON product (price)") {
        @Override
        void bindPrice(PreparedStatement statement, int place, BigDecimal price) throws SQLException {
            statement.setLong(place, price.movePointRight(CENTS).longValueExact());
        }

        @Override
        BigDecimal price(ResultSet result, int column) throws SQLException {
            return BigDecimal.valueOf(result.getLong(column), CENTS);
        }

        @Override
        void bindTime(PreparedStatement statement, int place, Instant time) throws SQLException {
            statement.setLong(place, ChronoUnit.MICROS.between(Instant.EPOCH, time));
        }

        @Override
        Instant time(ResultSet result, int column) throws SQLException {
            return Instant.EPOCH.plus(result.getLong(column), ChronoUnit.MICROS);
        }
    };

    private static final int CENTS = 2;

    private final String table;
    private final String prefix;
    // Made by List.of, which the type does not say.
    @SuppressWarnings("ImmutableEnumChecker")
    private final List<String> definition;

    RawTable(String table, String prefix, String... definition) {
        this.table = table;
        this.prefix = prefix;
        this.definition = List.of(definition);
    }

    /** Returns the statements that make the table and its indexes. */
    public List<String> definition(Indexes indexes) {
        return switch (indexes) {
            case CATEGORY -> definition.subList(0, 3);
            case PRICE_TOO -> definition;
        };
    }

    /** Returns a statement in which {@code #} is the table, {@code *} all columns, and {@code :} the start of a column's name. */
    public String sql(String pattern) {
        return pattern.replace("*", ":id, :sku, :name, :price, :stock, :category, :updated_at, :version")
                .replace("#", table)
                .replace(":", prefix);
    }

    abstract void bindPrice(PreparedStatement statement, int place, BigDecimal price) throws SQLException;

    abstract BigDecimal price(ResultSet result, int column) throws SQLException;

    abstract void bindTime(PreparedStatement statement, int place, Instant time) throws SQLException;

    abstract Instant time(ResultSet result, int column) throws SQLException;
}
