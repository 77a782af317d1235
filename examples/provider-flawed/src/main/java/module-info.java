/** Providers that are wrong on purpose. */
module org.example.flawed {
    requires org.stowage.spi;

    provides org.stowage.spi.PersistenceProvider with
            org.example.flawed.FlawedProvider,
            org.example.flawed.FlawedFileProvider;
}
