package org.stowage.internal.repository;

import jakarta.data.repository.By;
import jakarta.data.repository.Param;
import jakarta.data.repository.Query;
import java.lang.reflect.Parameter;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.stowage.internal.entity.Attribute;
import org.stowage.internal.entity.EntityMapping;
import org.stowage.internal.entity.ValueCodec;
import org.stowage.internal.jdql.BulkChange;
import org.stowage.internal.jdql.CompiledStatement;
import org.stowage.internal.jdql.Parameters;
import org.stowage.internal.jdql.Parser;
import org.stowage.internal.jdql.Statement;
import org.stowage.internal.jdql.StatementCompiler;
import org.stowage.internal.jdql.ZoneAssignments;
import org.stowage.spi.query.ScanRequest;
import org.stowage.spi.query.Sort;
import org.stowage.spi.value.ValueType;

/** Prepares the plan of a method that is annotated with a statement of the query language. */
final class StatementPlanner {

    private final EntityRegistry registry;
    private final RepositoryEntities entities;
    private final RepositoryMethod method;
    private final Clock clock = Clock.systemUTC();
    private int[] places = {};
    private ArgumentEncoder[] encoders = {};

    /** A parameter of the method: its place, how its values are stored, and whether it stands for several of them. */
    private record Argument(int index, ValueCodec codec, boolean several) {

        ArgumentEncoder encoder() {
            ArgumentEncoder one = ArgumentEncoder.checked(codec);
            return several ? ArgumentEncoder.all(one) : one;
        }
    }

    StatementPlanner(EntityRegistry registry, RepositoryEntities entities, RepositoryMethod method) {
        this.registry = registry;
        this.entities = entities;
        this.method = method;
    }

    Plan plan() {
        Statement statement =
                Parser.parse(method.annotation(Query.class).orElseThrow().value());
        ResultForm form = method.form();
        form.requireKnown();
        Class<?> element = method.returned() == void.class ? void.class : form.element();
        EntityAccess access = entities.named(statement, element);
        Map<String, ZoneAssignments.Parameter> zones = Map.of();
        if (statement instanceof Statement.Update update) {
            ZoneAssignments assignments = ZoneAssignments.of(update, zones(access.mapping()));
            statement = assignments.update();
            zones = assignments.parameters();
        }
        Parameters parameters = Parameters.declared(declared(Parser.usesOrdinals(statement), zones));
        CompiledStatement compiled =
                StatementCompiler.compile(statement, access.mapping().schema(), access.mapping()::enums, parameters);
        if (!parameters.unused().isEmpty()) {
            throw new PlanException(
                    "the query does not use parameter '" + parameters.unused().get(0) + "'; use it, or leave it out");
        }
        if (MethodPlanner.ordered(method) && !(compiled instanceof CompiledStatement.Find)) {
            throw new PlanException("@OrderBy is for queries that find; leave it out");
        }
        return switch (compiled) {
            case CompiledStatement.Find find -> find(find, access);
            case CompiledStatement.Count count -> count(count, access);
            case CompiledStatement.Update update -> update(update, access);
            case CompiledStatement.Delete delete -> delete(delete, access);
        };
    }

    private static Map<String, ZoneAssignments.Zone> zones(EntityMapping mapping) {
        Map<String, ZoneAssignments.Zone> zones = new HashMap<>();
        for (Attribute attribute : mapping.attributes()) {
            boolean offset = attribute.codec().javaType() == OffsetDateTime.class;
            attribute
                    .zone()
                    .ifPresent(
                            field -> zones.put(attribute.path().toString(), new ZoneAssignments.Zone(field, offset)));
        }
        return zones;
    }

    private Map<String, ValueType> declared(boolean ordinals, Map<String, ZoneAssignments.Parameter> zones) {
        Map<String, ValueType> declared = new LinkedHashMap<>();
        List<Integer> indexes = new ArrayList<>();
        List<ArgumentEncoder> all = new ArrayList<>();
        Parameter[] parameters = method.parameters();
        int ordinal = 0;
        for (int i = 0; i < parameters.length; i++) {
            if (SpecialParameters.special(method.parameter(i))) {
                continue;
            }
            int index = i;
            Argument argument = PlanException.about(parameters[i], () -> argument(index));
            ValueType type = argument.codec().type();
            ordinal++;
            String name = ordinals
                    ? Integer.toString(ordinal)
                    : PlanException.about(parameters[i], () -> name(parameters[index], index));
            declared.put(name, argument.several() ? new ValueType.ListOf(type) : type);
            indexes.add(i);
            all.add(argument.encoder());
            for (Map.Entry<String, ZoneAssignments.Parameter> zone : zones.entrySet()) {
                if (zone.getValue().of().equals(name)) {
                    declared.put(zone.getKey(), ValueType.TEXT);
                    indexes.add(i);
                    all.add(value ->
                            argument.codec().zoneOf(value, zone.getValue().offset()));
                }
            }
        }
        places = indexes.stream().mapToInt(Integer::intValue).toArray();
        encoders = all.toArray(ArgumentEncoder[]::new);
        return declared;
    }

    private Argument argument(int index) {
        Class<?> type = method.parameter(index);
        return registry.codec(type)
                .map(codec -> new Argument(index, codec, false))
                .or(() -> method.several(index).flatMap(registry::codec).map(codec -> new Argument(index, codec, true)))
                .orElseThrow(() -> new PlanException("parameter '" + method.parameters()[index].getName() + "' of type "
                        + type.getSimpleName() + " cannot be compared; take a basic type, or a collection of them"));
    }

    private static String name(Parameter parameter, int index) {
        Param param = parameter.getAnnotation(Param.class);
        if (param != null) {
            return param.value();
        }
        if (parameter.isAnnotationPresent(By.class)) {
            throw new PlanException(
                    "parameter '" + parameter.getAnnotation(By.class).value()
                            + "' is annotated with @By, which is for @Find and @Delete; write @Param");
        }
        if (!parameter.isNamePresent()) {
            throw new PlanException("parameter " + (index + 1)
                    + " has no name at run time; annotate it with @Param, or compile with -parameters");
        }
        return parameter.getName();
    }

    private Plan find(CompiledStatement.Find find, EntityAccess access) {
        if (method.returned() == void.class) {
            throw new PlanException("it finds and returns nothing; return what it finds");
        }
        List<Sort> annotated = MethodPlanner.order(method, access);
        if (!annotated.isEmpty() && !find.sorts().isEmpty()) {
            throw new PlanException("it has an order in the query and in @OrderBy; keep one");
        }
        ResultForm form = method.form();
        RowDecoder decoder = RowDecoder.of(access.mapping(), find.selected(), form.element());
        Selection selection = new Selection(
                access,
                find.condition(),
                call -> find.slots().arguments(given(call), clock),
                annotated.isEmpty() ? find.sorts() : annotated);
        return MethodPlanner.found(selection, SpecialParameters.of(method), form, decoder, Integer.MAX_VALUE);
    }

    private Plan count(CompiledStatement.Count count, EntityAccess access) {
        ResultForm form = method.form();
        Class<?> number = Types.boxed(form.element());
        boolean several = form.kind() != ResultForm.Kind.ONE && !form.paged();
        Class<?> returned = several && (number == Long.class || number == Integer.class) ? number : counted("counts");
        if (returned == void.class) {
            throw new PlanException("it counts and returns nothing; return long");
        }
        requireNoSpecial("counts");
        CountPlan counting = new CountPlan(
                access, BulkChange.query(count), call -> count.slots().arguments(given(call), clock), returned);
        return call -> form.of(counting.run(call));
    }

    private Plan update(CompiledStatement.Update update, EntityAccess access) {
        Class<?> returned = counted("updates");
        var query = BulkChange.query(update);
        return call -> CountForm.of(returned, access.write(transaction -> {
            @Nullable Object[] given = given(call);
            ScanRequest request = ScanRequest.all(query, update.slots().arguments(given, clock));
            // The store allows what its types do; the class may ask for more, and must be able to read it again.
            return BulkChange.update(transaction, update, request, given, clock, access.mapping()::toEntity);
        }));
    }

    private Plan delete(CompiledStatement.Delete delete, EntityAccess access) {
        Class<?> returned = counted("deletes");
        var query = BulkChange.query(delete);
        return call -> CountForm.of(
                returned,
                access.write(transaction -> BulkChange.delete(
                        transaction,
                        delete.schema(),
                        ScanRequest.all(query, delete.slots().arguments(given(call), clock)))));
    }

    private Class<?> counted(String does) {
        Class<?> returned = method.returned();
        if (!CountForm.supports(returned)) {
            throw new PlanException(
                    "the query " + does + ", and it returns " + returned.getSimpleName() + "; return long");
        }
        requireNoSpecial(does);
        return returned;
    }

    private void requireNoSpecial(String does) {
        if (SpecialParameters.of(method).any()) {
            throw new PlanException(
                    "the query " + does + ", and it takes a Limit, an order or a PageRequest; leave that out");
        }
    }

    private @Nullable Object[] given(@Nullable Object[] call) {
        return ArgumentEncoder.encoded(call, places, encoders);
    }
}
