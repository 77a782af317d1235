/** Stores for the tests of an application, one for each test. Open, because JUnit makes its extensions from any path. */
@org.jspecify.annotations.NullMarked
open module org.stowage.testing {
    requires static org.jspecify;
    requires transitive org.junit.jupiter.api;
    requires transitive org.stowage;

    exports org.stowage.testing;
}
