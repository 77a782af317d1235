package org.stowage.tck;

import jakarta.inject.Inject;
import java.lang.reflect.Field;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestInstancePostProcessor;
import org.junit.platform.commons.support.AnnotationSupport;
import org.stowage.Stowage;

/** Does what a container would do: fills the fields of a test with repositories. Each class of tests has a store of its own. */
public final class RepositoryInjection implements TestInstancePostProcessor {

    /** What the run puts into the store of its session, under its class. */
    static final ExtensionContext.Namespace NAMESPACE = ExtensionContext.Namespace.create(TckRun.class);

    @Override
    public void postProcessTestInstance(Object test, ExtensionContext context) throws IllegalAccessException {
        TckSubject subject = context.getStore(ExtensionContext.StoreScope.LAUNCHER_SESSION, NAMESPACE)
                .get(TckSubject.class, TckSubject.class);
        Stowage stowage =
                context.getStore(NAMESPACE).getOrComputeIfAbsent(Stowage.class, type -> subject.open(), Stowage.class);
        for (Field field : AnnotationSupport.findAnnotatedFields(test.getClass(), Inject.class)) {
            field.setAccessible(true);
            field.set(test, watched(subject.excuses(), field.getType(), stowage));
        }
    }

    private static <R> R watched(Excuses excuses, Class<R> type, Stowage stowage) {
        return excuses.watched(type, stowage.repository(type));
    }
}
