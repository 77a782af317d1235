/** A provider that somebody else wrote. It needs the SPI and nothing else. */
module org.example.shelf {
    requires org.stowage.spi;

    provides org.stowage.spi.PersistenceProvider with
            org.example.shelf.ShelfProvider;
}
