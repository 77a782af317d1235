/** Stores in a folder of readable JSON files, durable before a commit is acknowledged. */
@org.jspecify.annotations.NullMarked
module org.stowage.jsonfile {
    requires static org.jspecify;
    requires org.stowage.spi;
    requires tools.jackson.core;

    provides org.stowage.spi.PersistenceProvider with
            org.stowage.jsonfile.JsonFileProvider;
}
