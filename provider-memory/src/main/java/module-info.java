/** The reference engine: immutable, ordered, indexed snapshots with nothing under them. */
@org.jspecify.annotations.NullMarked
module org.stowage.memory {
    requires static org.jspecify;
    requires org.stowage.spi;

    provides org.stowage.spi.PersistenceProvider with
            org.stowage.memory.MemoryProvider;
}
