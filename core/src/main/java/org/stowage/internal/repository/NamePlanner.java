package org.stowage.internal.repository;

import java.util.ArrayList;
import java.util.List;
import org.stowage.internal.entity.Attribute;
import org.stowage.internal.entity.EntityMapping;
import org.stowage.internal.jdql.BulkChange;
import org.stowage.internal.methodname.Action;
import org.stowage.internal.methodname.NameReader;
import org.stowage.internal.methodname.NamedEntity;
import org.stowage.internal.methodname.NamedQuery;
import org.stowage.spi.query.Sort;

/** Prepares the plan of a method whose name says what it does. */
final class NamePlanner {

    private final RepositoryEntities entities;
    private final RepositoryMethod method;

    NamePlanner(RepositoryEntities entities, RepositoryMethod method) {
        this.entities = entities;
        this.method = method;
    }

    Plan plan(Action action) {
        checkResult(action);
        SpecialParameters special = SpecialParameters.of(method);
        if (action != Action.FIND && special.any()) {
            throw new PlanException(
                    "it " + action.does() + ", and takes a Limit, an order or a PageRequest; leave that out");
        }
        EntityAccess access = entities.found(
                method.returned() == void.class ? void.class : method.form().element());
        List<Integer> parameters = parameters();
        NamedQuery query = NameReader.read(method.name(), entity(access.mapping()), parameters.size());
        Conditions conditions = Conditions.of(query, parameters, method, access.mapping());
        List<Sort> sorts = sorts(query, access);
        return switch (action) {
            case FIND -> find(query, access, conditions, sorts, special);
            case COUNT, EXISTS ->
                new CountPlan(
                        access,
                        BulkChange.keys(access.mapping().schema(), conditions.condition()),
                        conditions.arguments(),
                        method.returned());
            case DELETE -> new DeletePlan(access, conditions, method.returned());
        };
    }

    private void checkResult(Action action) {
        Class<?> boxed = Types.boxed(method.returned());
        boolean number = boxed == Long.class || boxed == Integer.class;
        switch (action) {
            case FIND -> MethodPlanner.checkFound(method);
            case COUNT -> require(number, action, "long");
            case EXISTS -> require(boxed == Boolean.class, action, "boolean");
            case DELETE ->
                require(number || method.returned() == void.class, action, "void, or how many as int or long");
        }
    }

    private void require(boolean fits, Action action, String wanted) {
        if (!fits) {
            throw new PlanException("it " + action.does() + ", and returns "
                    + method.returned().getSimpleName() + "; return " + wanted);
        }
    }

    private List<Integer> parameters() {
        List<Integer> parameters = new ArrayList<>();
        for (int i = 0; i < method.parameters().length; i++) {
            if (!SpecialParameters.special(method.parameter(i))) {
                parameters.add(i);
            }
        }
        return parameters;
    }

    private static NamedEntity entity(EntityMapping mapping) {
        return new NamedEntity(
                mapping.schema().name(),
                mapping.id().path(),
                mapping.attributes().stream().map(Attribute::path).toList());
    }

    private List<Sort> sorts(NamedQuery query, EntityAccess access) {
        boolean annotated = MethodPlanner.ordered(method);
        if (annotated && query.action() != Action.FIND) {
            throw new PlanException("@OrderBy is for queries that find; leave it out");
        }
        if (annotated && !query.sorts().isEmpty()) {
            throw new PlanException("it has an order in its name and in @OrderBy; keep one");
        }
        return annotated ? MethodPlanner.order(method, access) : query.sorts();
    }

    private Plan find(
            NamedQuery query, EntityAccess access, Conditions conditions, List<Sort> sorts, SpecialParameters special) {
        if (query.limited() && special.limited()) {
            throw new PlanException("its name has a 'First', and it takes a Limit or a PageRequest; keep one of them");
        }
        return MethodPlanner.find(method, access, conditions, sorts, special, query.maximum());
    }
}
