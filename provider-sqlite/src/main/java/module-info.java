/** Stores in an SQLite database that its own shell can read, with queries pushed down as SQL. */
@org.jspecify.annotations.NullMarked
module org.stowage.sqlite {
    requires static jakarta.xml.bind;
    requires static org.jspecify;
    requires java.sql;
    requires org.jooq;
    requires org.stowage.spi;
    requires org.xerial.sqlitejdbc;

    provides org.stowage.spi.PersistenceProvider with
            org.stowage.sqlite.SqliteProvider;
}
