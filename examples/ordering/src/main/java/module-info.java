/** An online ordering system whose domains live in whichever store the launch names. */
@org.jspecify.annotations.NullMarked
module org.stowage.example.ordering {
    requires static org.jspecify;
    requires io.javalin;
    requires java.logging;
    requires transitive org.stowage;
    requires tools.jackson.databind;

    exports org.stowage.example.ordering;
    exports org.stowage.example.ordering.restaurants;
    exports org.stowage.example.ordering.shopping;
    exports org.stowage.example.ordering.users;

    opens org.stowage.example.ordering.web to
            tools.jackson.databind;

    provides org.stowage.application.Application with
            org.stowage.example.ordering.OrderingApplication;
}
