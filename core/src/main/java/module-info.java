/** What an application uses: stores opened by name, and repositories over them. */
@org.jspecify.annotations.NullMarked
module org.stowage {
    requires static org.jspecify;
    requires transitive jakarta.data;
    requires transitive org.stowage.spi;

    exports org.stowage;
    exports org.stowage.application;
    exports org.stowage.entity;
    exports org.stowage.query;
    exports org.stowage.store;

    uses org.stowage.spi.PersistenceProvider;
}
