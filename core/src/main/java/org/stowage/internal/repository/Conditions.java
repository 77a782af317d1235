package org.stowage.internal.repository;

import jakarta.data.repository.By;
import jakarta.data.repository.Param;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.stowage.internal.entity.Attribute;
import org.stowage.internal.entity.EntityMapping;
import org.stowage.internal.entity.ValueCodec;
import org.stowage.spi.query.Condition;
import org.stowage.spi.query.Expression;
import org.stowage.spi.value.ValueType;

/**
 * What the parameters of a method ask for: that attributes are equal to them.
 *
 * @param condition all of it
 * @param sources the parameters, in the order of the condition's
 * @param codecs how they are stored
 * @param idAlone the parameter that is the id, if it alone is asked for
 */
record Conditions(Condition condition, List<Integer> sources, List<ValueCodec> codecs, Optional<Integer> idAlone) {

    static Conditions of(RepositoryMethod method, EntityMapping mapping) {
        List<Condition> parts = new ArrayList<>();
        List<Integer> sources = new ArrayList<>();
        List<ValueCodec> codecs = new ArrayList<>();
        boolean id = false;
        Parameter[] parameters = method.parameters();
        for (int i = 0; i < parameters.length; i++) {
            Class<?> type = method.parameter(i);
            if (SpecialParameters.special(type)) {
                continue;
            }
            Attribute attribute = mapping.attribute(name(parameters[i], i));
            checkType(attribute, parameters[i], type);
            ValueType stored = attribute.path().type() instanceof ValueType.Decimal
                    ? ValueType.DECIMAL
                    : attribute.path().type();
            parts.add(new Condition.Comparison(
                    Condition.Relation.EQUAL, attribute.path(), new Expression.Parameter(sources.size(), stored)));
            sources.add(i);
            codecs.add(attribute.codec());
            id = attribute.path().equals(mapping.id().path());
        }
        Condition condition =
                parts.isEmpty() ? Condition.ALWAYS : parts.size() == 1 ? parts.get(0) : new Condition.And(parts);
        return new Conditions(
                condition,
                List.copyOf(sources),
                List.copyOf(codecs),
                id && sources.size() == 1 ? Optional.of(sources.get(0)) : Optional.empty());
    }

    private static String name(Parameter parameter, int index) {
        By by = parameter.getAnnotation(By.class);
        if (by != null) {
            return by.value();
        }
        if (parameter.isAnnotationPresent(Param.class)) {
            throw new PlanException(
                    "parameter '" + parameter.getAnnotation(Param.class).value()
                            + "' is annotated with @Param, which is for @Query; write @By");
        }
        if (!parameter.isNamePresent()) {
            throw new PlanException("parameter " + (index + 1)
                    + " has no name at run time; annotate it with @By, or compile with -parameters");
        }
        return parameter.getName();
    }

    private static void checkType(Attribute attribute, Parameter parameter, Class<?> type) {
        if (!attribute.path().type().ordered()) {
            throw new PlanException("attribute '" + attribute.path() + "' is "
                    + attribute.path().type().describe() + ", which is not compared; ask for an attribute within it");
        }
        if (Types.boxed(type) != attribute.codec().javaType()) {
            throw new PlanException("parameter '" + parameter.getName() + "' is " + type.getSimpleName()
                    + ", and attribute '" + attribute.path() + "' is "
                    + attribute.codec().javaType().getSimpleName() + "; make them alike");
        }
    }

    Selection.Arguments arguments() {
        int[] places = sources.stream().mapToInt(Integer::intValue).toArray();
        ValueCodec[] encoders = codecs.toArray(ValueCodec[]::new);
        return call -> {
            @Nullable Object[] arguments = new @Nullable Object[places.length];
            for (int i = 0; i < arguments.length; i++) {
                Object given = call[places[i]];
                arguments[i] = given == null ? null : encoders[i].encode().apply(given);
            }
            return Arrays.asList(arguments);
        };
    }
}
