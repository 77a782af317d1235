package org.stowage.testing;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.platform.commons.support.ModifierSupport;
import org.junit.platform.commons.support.ReflectionSupport;
import org.stowage.Stowage;
import org.stowage.StowageBuilder;

/**
 * What a test class names to prepare its stores. Equal if the same is named, so that it is done once.
 *
 * @param preparation the class that it names
 * @param method the name of the method that it names; may be empty
 * @param test the class
 */
record ClassPreparation(Class<? extends Preparation> preparation, String method, Class<?> test) implements Preparation {

    static ClassPreparation of(StowageTest settings, Class<?> test) {
        return new ClassPreparation(settings.preparation(), settings.prepare(), test);
    }

    @Override
    public void open(StowageBuilder builder, StorePlaces places) {
        ReflectionSupport.newInstance(preparation).open(builder, places);
    }

    @Override
    public void fill(Stowage stowage) {
        ReflectionSupport.newInstance(preparation).fill(stowage);
        if (!method.isEmpty()) {
            Method filling = filling();
            Object[] arguments = Arrays.stream(filling.getParameters())
                    .map(parameter -> argument(parameter, stowage))
                    .toArray();
            ReflectionSupport.invokeMethod(filling, null, arguments);
        }
    }

    private Method filling() {
        for (Class<?> type = test; type != null; type = next(type)) {
            for (Method candidate : type.getDeclaredMethods()) {
                if (candidate.getName().equals(method) && ModifierSupport.isStatic(candidate)) {
                    return candidate;
                }
            }
        }
        throw new ExtensionConfigurationException(
                "'" + test.getName() + "' has no static method '" + method + "', which @StowageTest names");
    }

    private static Class<?> next(Class<?> type) {
        Class<?> around = Modifier.isStatic(type.getModifiers()) ? null : type.getEnclosingClass();
        return around == null ? type.getSuperclass() : around;
    }

    private Object argument(Parameter parameter, Stowage stowage) {
        Class<?> type = parameter.getType();
        if (type == Stowage.class) {
            return stowage;
        }
        if (type.isInterface() && StowageExtension.isOffered(type)) {
            return stowage.repository(type);
        }
        throw new ExtensionConfigurationException("'" + test.getName() + "." + method + "' takes a '" + type.getName()
                + "'; expected a Stowage or an interface with @Repository");
    }
}
