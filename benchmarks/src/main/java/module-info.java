/** Measures each provider side by side with what a user would pick instead. */
@org.jspecify.annotations.NullMarked
module org.stowage.benchmarks {
    requires static org.jspecify;
    requires info.picocli;
    requires java.management;
    requires java.sql;
    requires jmh.core;
    requires org.stowage;
    requires tools.jackson.databind;
}
