/** The contract as tests: what every provider, ours or not, must pass. */
@org.jspecify.annotations.NullMarked
open module org.stowage.conformance {
    requires static org.jspecify;
    requires org.junit.platform.engine;
    requires org.junit.platform.launcher;
    requires transitive org.assertj.core;
    requires transitive org.junit.jupiter.api;
    requires transitive org.stowage;
    requires transitive org.stowage.spi;

    exports org.stowage.conformance;

    uses org.stowage.spi.PersistenceProvider;

    provides org.stowage.certificate.ConformanceKit with
            org.stowage.conformance.InstalledKit;
}
