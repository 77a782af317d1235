/** Keeps Stowage's data in one file of H2's MVStore. */
module org.example.mvstore {
    requires com.h2database.mvstore;
    requires org.stowage.spi;

    provides org.stowage.spi.PersistenceProvider with
            org.example.mvstore.MvstoreProvider;
}
