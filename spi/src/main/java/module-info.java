/**
 * What a persistence provider implements, the values and queries it is given, and the evaluator that defines what they mean.
 */
@org.jspecify.annotations.NullMarked
module org.stowage.spi {
    requires static org.jspecify;

    exports org.stowage.spi;
    exports org.stowage.spi.change;
    exports org.stowage.spi.engine;
    exports org.stowage.spi.error;
    exports org.stowage.spi.file;
    exports org.stowage.spi.query;
    exports org.stowage.spi.schema;
    exports org.stowage.spi.value;
}
