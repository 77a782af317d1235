module bookshop {
    requires transitive org.stowage;

    exports bookshop.catalog;

    opens bookshop.desk to
            org.stowage;
}
