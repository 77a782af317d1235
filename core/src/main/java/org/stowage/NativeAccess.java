package org.stowage;

import java.lang.reflect.Method;
import java.util.Optional;

/**
 * Lets modules of a provider call native code, as drivers do, if the engine may: no option of Java can name a module of a layer that is
 * made later. Java has the methods for it from version 22 on.
 */
final class NativeAccess {

    private NativeAccess() {}

    /** Gives all modules of a layer the right, if this module was given it by {@code --enable-native-access=org.stowage}. */
    static void handOn(ModuleLayer.Controller controller) {
        Optional<Method> given = method(Module.class, "isNativeAccessEnabled");
        Optional<Method> giving = method(ModuleLayer.Controller.class, "enableNativeAccess", Module.class);
        if (given.isEmpty() || giving.isEmpty()) {
            return;
        }
        try {
            if (given.get().invoke(NativeAccess.class.getModule()).equals(true)) {
                for (Module module : controller.layer().modules()) {
                    giving.get().invoke(controller, module);
                }
            }
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("native access cannot be handed on to a provider's modules", e);
        }
    }

    private static Optional<Method> method(Class<?> type, String name, Class<?>... parameters) {
        try {
            return Optional.of(type.getMethod(name, parameters));
        } catch (NoSuchMethodException e) {
            return Optional.empty();
        }
    }
}
