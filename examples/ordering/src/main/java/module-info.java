/** An online ordering system whose domains live in whichever store the launch names. */
@org.jspecify.annotations.NullMarked
module org.stowage.example.ordering {
    requires static org.jspecify;
    requires io.javalin;
    requires org.stowage;
    requires tools.jackson.databind;
}
