/** What goes over any store, written once for all providers: overlays, verified answers, faults. */
@org.jspecify.annotations.NullMarked
module org.stowage.layers {
    requires static org.jspecify;
    requires transitive org.stowage.spi;

    exports org.stowage.layers;
    exports org.stowage.layers.context;
    exports org.stowage.layers.faults;
    exports org.stowage.layers.overlay;
    exports org.stowage.layers.unaided;
    exports org.stowage.layers.verify;
}
