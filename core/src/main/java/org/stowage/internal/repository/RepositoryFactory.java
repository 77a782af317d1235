package org.stowage.internal.repository;

import org.stowage.internal.session.SessionSource;

/** Makes repositories of interfaces. One for each {@code Stowage}, which keeps what it makes; for many threads. */
public final class RepositoryFactory {

    private final SessionSource sessions;

    /** Creates a factory whose repositories work in the given sessions. */
    public RepositoryFactory(SessionSource sessions) {
        this.sessions = sessions;
    }

    /** Returns a new repository; its interface is checked whole. */
    public <R> R create(Class<R> type) {
        throw new UnsupportedOperationException(type + " " + sessions);
    }
}
