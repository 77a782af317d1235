package org.stowage.processor;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Types;
import org.stowage.entity.Converter;

/**
 * The converters that the application will have registered: those among its sources, and those of which an option tells because they are
 * in another module, or are made of a generic class.
 */
final class Converters {

    /**
     * The option, with commas between: names of converters, or {@code TYPE=STORED} for one whose class does not say what it converts.
     */
    static final String OPTION = "stowage.converters";

    private final ProcessingEnvironment environment;
    // By the name of the converter, or of the type that is converted.
    private final Map<String, Conversion> known = new LinkedHashMap<>();

    private record Conversion(TypeMirror type, TypeMirror stored) {}

    private Converters(ProcessingEnvironment environment) {
        this.environment = environment;
    }

    /** Returns those that the option names; what it names in vain is told to the compiler. */
    static Converters named(ProcessingEnvironment environment) {
        Converters converters = new Converters(environment);
        for (String entry : environment.getOptions().getOrDefault(OPTION, "").split(",", -1)) {
            String name = entry.strip();
            int equals = name.indexOf('=');
            if (equals >= 0) {
                converters.addTypes(
                        name.substring(0, equals).strip(),
                        name.substring(equals + 1).strip());
            } else if (!name.isEmpty()) {
                converters.addNamed(name);
            }
        }
        return converters;
    }

    private void addTypes(String type, String stored) {
        Optional<TypeElement> from = named(type);
        Optional<TypeElement> to = named(stored);
        if (from.isPresent() && to.isPresent()) {
            known.put(type, new Conversion(from.get().asType(), to.get().asType()));
        }
    }

    private void addNamed(String name) {
        if (named(name).filter(type -> !add(type)).isPresent()) {
            refuse(name, "it is no " + Converter.class.getName() + " of two classes; name these, as in TYPE=STORED");
        }
    }

    private Optional<TypeElement> named(String name) {
        TypeElement type = environment.getElementUtils().getTypeElement(name);
        if (type == null) {
            refuse(name, "there is no such class; correct the name, or add its library to the class path");
        }
        return Optional.ofNullable(type);
    }

    private void refuse(String name, String why) {
        environment.getMessager().printError("option '" + OPTION + "' names '" + name + "', and " + why);
    }

    /** Adds a type that is compiled if it is a converter; returns whether it is one. */
    boolean add(TypeElement type) {
        if (!type.getKind().isClass() || type.getModifiers().contains(Modifier.ABSTRACT)) {
            return false;
        }
        Optional<Conversion> conversion = conversion(type.asType());
        conversion.ifPresent(found -> known.put(type.getQualifiedName().toString(), found));
        return conversion.isPresent();
    }

    private Optional<Conversion> conversion(TypeMirror type) {
        Types types = environment.getTypeUtils();
        for (TypeMirror parent : types.directSupertypes(type)) {
            DeclaredType declared = (DeclaredType) parent;
            TypeElement element = (TypeElement) declared.asElement();
            if (element.getQualifiedName().contentEquals(Converter.class.getName())) {
                List<? extends TypeMirror> arguments = declared.getTypeArguments();
                return arguments.stream().allMatch(Converters::isClass) && arguments.size() == 2
                        ? Optional.of(new Conversion(arguments.get(0), arguments.get(1)))
                        : Optional.empty();
            }
            Optional<Conversion> found = conversion(parent);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private static boolean isClass(TypeMirror type) {
        return type.getKind() == TypeKind.DECLARED || type.getKind() == TypeKind.ARRAY;
    }

    /** Returns them as core takes them, for the given classes. */
    List<Converter<?, ?>> in(Stubs stubs) {
        List<Converter<?, ?>> converters = new ArrayList<>();
        known.values()
                .forEach(each ->
                        converters.add(new DeclaredConverter<>(stubs.of(each.type()), stubs.of(each.stored()))));
        return converters;
    }
}
