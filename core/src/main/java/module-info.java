/** What an application uses: stores opened by name, and repositories over them. */
@org.jspecify.annotations.NullMarked
@SuppressWarnings("module") // The annotation processor, which is built after this one.
module org.stowage {
    requires static org.jspecify;
    requires transitive jakarta.data;
    requires transitive org.stowage.layers;
    requires transitive org.stowage.spi;
    requires jdk.jfr;

    exports org.stowage;
    exports org.stowage.application;
    exports org.stowage.certificate;
    exports org.stowage.entity;
    exports org.stowage.internal.entity to
            org.stowage.processor;
    exports org.stowage.internal.repository to
            org.stowage.processor;
    exports org.stowage.query;
    exports org.stowage.store;

    uses org.stowage.spi.PersistenceProvider;
}
