package org.stowage.internal.repository;

import jakarta.data.repository.By;
import jakarta.data.repository.Param;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.stowage.internal.entity.Attribute;
import org.stowage.internal.entity.EntityMapping;
import org.stowage.internal.entity.ValueCodec;
import org.stowage.internal.methodname.NamedQuery;
import org.stowage.internal.methodname.Operand;
import org.stowage.spi.query.Condition;
import org.stowage.spi.query.Expression;
import org.stowage.spi.value.ValueType;

/**
 * What a method asks for: that attributes are equal to its parameters, or what its name says of them.
 *
 * @param condition all of it
 * @param sources the parameters, in the order of the condition's
 * @param encoders how they are stored
 * @param idAlone the parameter that is the id, if it alone is asked for
 */
record Conditions(
        Condition condition, List<Integer> sources, List<ArgumentEncoder> encoders, Optional<Integer> idAlone) {

    static Conditions of(RepositoryMethod method, EntityMapping mapping) {
        List<Condition> parts = new ArrayList<>();
        List<Integer> sources = new ArrayList<>();
        List<ArgumentEncoder> encoders = new ArrayList<>();
        boolean id = false;
        Parameter[] parameters = method.parameters();
        for (int i = 0; i < parameters.length; i++) {
            Class<?> type = method.parameter(i);
            if (SpecialParameters.special(type)) {
                continue;
            }
            Attribute attribute = attribute(method, i, mapping);
            ValueType stored = attribute.path().type() instanceof ValueType.Decimal
                    ? ValueType.DECIMAL
                    : attribute.path().type();
            parts.add(new Condition.Comparison(
                    Condition.Relation.EQUAL, attribute.path(), new Expression.Parameter(sources.size(), stored)));
            sources.add(i);
            encoders.add(ArgumentEncoder.one(attribute.codec()));
            id = attribute.path().equals(mapping.id().path());
        }
        Condition condition =
                parts.isEmpty() ? Condition.ALWAYS : parts.size() == 1 ? parts.get(0) : new Condition.And(parts);
        return new Conditions(
                condition,
                List.copyOf(sources),
                List.copyOf(encoders),
                id && sources.size() == 1 ? Optional.of(sources.get(0)) : Optional.empty());
    }

    /** Returns what the name of a method asks for of the parameters at the given places. */
    static Conditions of(NamedQuery query, List<Integer> sources, RepositoryMethod method, EntityMapping mapping) {
        List<ArgumentEncoder> encoders = new ArrayList<>();
        for (int i = 0; i < sources.size(); i++) {
            Operand operand = query.operands().get(i);
            int source = sources.get(i);
            encoders.add(
                    PlanException.about(method.parameters()[source], () -> encoder(operand, source, method, mapping)));
        }
        boolean id = query.condition()
                        instanceof Condition.Comparison(Condition.Relation relation, Expression left, Expression right)
                && relation == Condition.Relation.EQUAL
                && left.equals(mapping.id().path())
                && right instanceof Expression.Parameter;
        return new Conditions(
                query.condition(), sources, List.copyOf(encoders), id ? Optional.of(sources.get(0)) : Optional.empty());
    }

    private static ArgumentEncoder encoder(
            Operand operand, int source, RepositoryMethod method, EntityMapping mapping) {
        ValueCodec codec = mapping.attribute(operand.attribute().toString()).codec();
        Class<?> type = method.parameter(source);
        boolean fits = switch (operand.kind()) {
            case VALUE -> Types.boxed(type) == codec.javaType();
            case TEXT -> type == String.class;
            case VALUES ->
                method.several(source)
                        .filter(element -> Types.boxed(element) == codec.javaType())
                        .isPresent();
        };
        if (!fits) {
            throw new PlanException(operand.mismatch(
                    method.parameters()[source].getName(),
                    method.shown(source),
                    codec.javaType().getSimpleName()));
        }
        return switch (operand.kind()) {
            case VALUE -> ArgumentEncoder.one(codec);
            case TEXT -> text -> text;
            case VALUES ->
                ArgumentEncoder.all(operand.ignoreCase() ? ArgumentEncoder.folded(codec) : ArgumentEncoder.one(codec));
        };
    }

    private static Attribute attribute(RepositoryMethod method, int index, EntityMapping mapping) {
        Parameter parameter = method.parameters()[index];
        return PlanException.about(parameter, () -> {
            Attribute attribute = mapping.attribute(name(parameter, index));
            checkType(attribute, parameter, method.parameter(index));
            return attribute;
        });
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
        ArgumentEncoder[] encoding = encoders.toArray(ArgumentEncoder[]::new);
        return call -> Arrays.asList(ArgumentEncoder.encoded(call, places, encoding));
    }
}
