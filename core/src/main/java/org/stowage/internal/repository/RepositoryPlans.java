package org.stowage.internal.repository;

import java.lang.reflect.Method;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the methods of a repository do.
 *
 * @param methods the plans of those that have no body
 * @param resources what one of them hands out, which the end of a default method closes; null if none does
 */
record RepositoryPlans(Map<Method, Plan> methods, @Nullable ResourceAccess resources) {

    /** Returns the plan of a default method. */
    Plan withBody(Plan body) {
        return resources == null ? body : resources.within(body);
    }
}
