package org.stowage.application;

import java.util.List;

/**
 * An application that a launcher can start on whichever stores are asked for.
 *
 * <p>An implementation is a public class with a public no-argument constructor, named in {@code META-INF/services} for the class path
 * and in {@code provides} for the module path. It is cheap to create and does nothing before {@link #start}.
 */
public interface Application {

    /** Returns the name under which it is started: lower-case words with hyphens. */
    String name();

    /** Returns one line for people: what it does. */
    String description();

    /** Returns its domains, each of which may be given a store of its own; the names are distinct. */
    List<Domain> domains();

    /** Returns the options that it takes; the names are distinct. */
    List<ApplicationOption> options();

    /**
     * Starts it. Returns when it is ready to be used.
     *
     * @param context the stores and the options; the stores are open until after the application was closed
     * @return the application as it runs, which the caller closes
     * @throws ApplicationException if it cannot start because of something that the person who starts it can change
     */
    RunningApplication start(ApplicationContext context);
}
