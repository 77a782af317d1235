package org.stowage.launcher.application;

import org.stowage.application.Application;

/**
 * An application that can be started.
 *
 * @param application the application
 * @param place where it was found, for people
 */
public record FoundApplication(Application application, String place) {

    /** Returns its name. */
    public String name() {
        return application.name();
    }
}
