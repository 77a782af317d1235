package org.stowage.internal.repository;

import org.jspecify.annotations.Nullable;

/** What a call of a repository method does, prepared once. For many threads. */
@FunctionalInterface
interface Plan {

    /**
     * Returns the result of a call, null for {@code void}.
     *
     * @throws Throwable what a default method of the interface throws; nothing checked otherwise
     */
    @Nullable Object run(@Nullable Object[] arguments) throws Throwable;
}
