module attic {
    requires org.stowage.spi;

    provides org.stowage.spi.PersistenceProvider with
            attic.AtticProvider;
}
