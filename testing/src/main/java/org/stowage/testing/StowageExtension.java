package org.stowage.testing;

import jakarta.data.repository.Repository;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestInstancePostProcessor;
import org.stowage.Stowage;
import org.stowage.StowageBranch;
import org.stowage.layers.faults.FaultPlan;

/** Hands tests what {@link StowageTest} promises. */
final class StowageExtension implements ParameterResolver, TestInstancePostProcessor, BeforeEachCallback {

    /** Objects are made within the test that they are for, also what their constructor takes. */
    @Override
    public ExtensionContextScope getTestInstantiationExtensionContextScope(ExtensionContext root) {
        return ExtensionContextScope.TEST_METHOD;
    }

    /** Stores that cannot be opened are the failure of a test also if it asks for none. */
    @Override
    public void beforeEach(ExtensionContext context) {
        TestScope.of(context);
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getTestMethod().isPresent()
                && isOffered(parameter.getParameter().getType());
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return offered(parameter.getParameter().getType(), TestScope.of(context));
    }

    @Override
    public void postProcessTestInstance(Object test, ExtensionContext context) throws IllegalAccessException {
        for (Class<?> type = test.getClass(); type != null; type = type.getSuperclass()) {
            for (Field field : type.getDeclaredFields()) {
                if (isOffered(field.getType()) && (field.getModifiers() & (Modifier.STATIC | Modifier.FINAL)) == 0) {
                    field.setAccessible(true);
                    field.set(test, offered(field.getType(), scope(field, context)));
                }
            }
        }
    }

    private static TestScope scope(Field field, ExtensionContext context) {
        if (context.getTestMethod().isEmpty()) {
            throw new ExtensionConfigurationException(
                    "the object of the test class is there for all of its tests, so its field '" + field.getName()
                            + "' can have no store of one test; take a parameter, or an object for each test");
        }
        return TestScope.of(context);
    }

    static boolean isOffered(Class<?> type) {
        return type == Stowage.class
                || type == StowageBranch.class
                || type == FaultPlan.class
                || (type.isInterface() && type.isAnnotationPresent(Repository.class));
    }

    private static Object offered(Class<?> type, TestScope scope) {
        if (type == Stowage.class) {
            return scope.stowage();
        }
        if (type == StowageBranch.class) {
            return scope.branch();
        }
        return type == FaultPlan.class ? scope.faults() : scope.stowage().repository(type);
    }
}
