package org.stowage.internal.repository;

import jakarta.data.exceptions.MappingException;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.stowage.internal.entity.ClosedPackage;

/** What is behind a repository: the plan of each method. */
final class RepositoryHandler implements InvocationHandler {

    private static final @Nullable Object[] NO_ARGUMENTS = {};

    private final Class<?> type;
    private final Map<Method, Plan> plans;

    private RepositoryHandler(Class<?> type, Map<Method, Plan> plans) {
        this.type = type;
        this.plans = new HashMap<>(plans);
    }

    static <R> R repository(Class<R> type, RepositoryPlans plans) {
        RepositoryHandler handler = new RepositoryHandler(type, plans.methods());
        R repository = type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
        for (Method method : type.getMethods()) {
            if (method.isDefault()) {
                handler.plans.put(method, plans.withBody(defaultPlan(repository, method)));
            }
        }
        return repository;
    }

    private static Plan defaultPlan(Object repository, Method method) {
        Class<?> declaring = method.getDeclaringClass();
        try {
            RepositoryHandler.class.getModule().addReads(declaring.getModule());
            MethodHandle body = MethodHandles.privateLookupIn(declaring, MethodHandles.lookup())
                    .unreflectSpecial(method, declaring)
                    .bindTo(repository);
            MethodHandle spread = body.asFixedArity()
                    .asType(body.type().generic())
                    .asSpreader(Object[].class, method.getParameterCount())
                    .asType(MethodType.methodType(Object.class, Object[].class));
            return arguments -> (Object) spread.invokeExact(arguments);
        } catch (IllegalAccessException closed) {
            // A public interface of a package that is exported and not opened can be called like this.
            if (!method.canAccess(repository)) {
                throw new MappingException(
                        "the body of '" + method.getName() + "' of repository " + declaring.getName()
                                + " is not accessible; " + ClosedPackage.remedy(declaring),
                        closed);
            }
            return arguments -> InvocationHandler.invokeDefault(repository, method, arguments);
        }
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, @Nullable Object @Nullable [] arguments)
            throws Throwable {
        Plan plan = plans.get(method);
        if (plan != null) {
            return plan.run(arguments == null ? NO_ARGUMENTS : arguments);
        }
        return switch (method.getName()) {
            case "toString" -> "repository " + type.getName();
            case "hashCode" -> System.identityHashCode(proxy);
            case "equals" -> same(proxy, Objects.requireNonNull(arguments)[0]);
            default -> throw new MappingException("method '" + method + "' is not planned");
        };
    }

    @SuppressWarnings("ReferenceEquality") // Two repositories are equal if they are one.
    private static boolean same(Object proxy, @Nullable Object other) {
        return proxy == other;
    }
}
