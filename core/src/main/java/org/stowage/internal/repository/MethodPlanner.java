package org.stowage.internal.repository;

import jakarta.data.repository.By;
import jakarta.data.repository.Delete;
import jakarta.data.repository.Find;
import jakarta.data.repository.Insert;
import jakarta.data.repository.OrderBy;
import jakarta.data.repository.Query;
import jakarta.data.repository.Save;
import jakarta.data.repository.Update;
import java.lang.annotation.Annotation;
import java.util.List;
import java.util.Optional;
import java.util.stream.BaseStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.stowage.internal.methodname.Action;
import org.stowage.spi.query.Sort;

/** Prepares the plan of a method from what its annotations say, or its name. */
final class MethodPlanner {

    private final EntityRegistry registry;
    private final RepositoryEntities entities;
    private @Nullable RepositoryMethod accessor;
    private @Nullable ResourceAccess resources;

    MethodPlanner(EntityRegistry registry, RepositoryEntities entities) {
        this.registry = registry;
        this.entities = entities;
    }

    /**
     * Returns the plan of a method.
     *
     * @throws PlanException if it cannot be done
     */
    Plan plan(RepositoryMethod method) {
        if (ResourceAccess.supports(method.returned())) {
            return accessor(method);
        }
        List<Class<? extends Annotation>> said = Stream.of(
                        Query.class, Find.class, Insert.class, Update.class, Save.class, Delete.class)
                .filter(annotation -> method.annotation(annotation).isPresent())
                .toList();
        if (said.size() > 1) {
            throw new PlanException("it is annotated with "
                    + said.stream().map(each -> "@" + each.getSimpleName()).toList() + "; keep one");
        }
        if (said.isEmpty()) {
            return named(method);
        }
        Class<? extends Annotation> annotation = said.get(0);
        if (annotation == Query.class) {
            return new StatementPlanner(registry, entities, method).plan();
        }
        if (annotation == Find.class) {
            return find(method);
        }
        if (ordered(method)) {
            throw new PlanException("@OrderBy is for methods that find; leave it out");
        }
        if (annotation == Delete.class && !takesEntity(method)) {
            return deleteBy(method);
        }
        return write(method, annotation);
    }

    /** Returns how the store of the repository is handed out, or null if no method that was planned asks for it. */
    @Nullable ResourceAccess resources() {
        return resources;
    }

    private Plan accessor(RepositoryMethod method) {
        String type = method.returned().getSimpleName();
        if (method.parameters().length > 0) {
            throw new PlanException("it returns " + type + ", and takes parameters; leave them out");
        }
        if (accessor != null) {
            throw new PlanException("it returns " + type + ", and '" + accessor + "' returns "
                    + accessor.returned().getSimpleName() + "; keep one of them");
        }
        ResourceAccess access = ResourceAccess.of(entities);
        accessor = method;
        resources = access;
        return access.plan(method.returned());
    }

    private Plan named(RepositoryMethod method) {
        Class<?> returned = method.returned();
        boolean closed = AutoCloseable.class.isAssignableFrom(returned) && !BaseStream.class.isAssignableFrom(returned);
        boolean resource =
                method.parameters().length == 0 && (closed || returned.getName().equals("javax.sql.DataSource"));
        if (resource) {
            throw new PlanException("it returns " + returned.getSimpleName()
                    + ", which a repository does not hand out; return StoreTransaction or OpenStore, and unwrap that");
        }
        Action action = Action.of(method.name())
                .orElseThrow(() -> new PlanException(
                        "nothing says what it does; annotate it with @Find, @Query, @Insert, @Update, @Save or @Delete, or let its name start with one of "
                                + Action.words()));
        if (takesEntity(method)) {
            throw new PlanException(
                    "it takes " + entityParameter(method).getSimpleName()
                            + ", which is an entity, and nothing says what it does with it; annotate it with @Insert, @Update, @Save or @Delete");
        }
        return new NamePlanner(entities, method).plan(action);
    }

    private Plan write(RepositoryMethod method, Class<? extends Annotation> annotation) {
        String shown = "@" + annotation.getSimpleName();
        if (method.parameters().length != 1) {
            throw new PlanException(
                    shown + " takes one parameter: an entity, or a list, an array or a stream of entities");
        }
        Class<?> type = entityParameter(method);
        EntityAccess access = entities.of(type)
                .orElseThrow(
                        () -> new PlanException(shown + " takes an entity, and " + type.getSimpleName() + " is none"));
        EntityWriter writer = new EntityWriter(access);
        EntityForm given = EntityForm.of(method.parameter(0));
        Class<?> returned = method.returned();
        if (annotation == Delete.class) {
            if (!CountForm.supports(returned)) {
                throw new PlanException(
                        "it returns " + returned.getSimpleName() + "; return void, or how many as int or long");
            }
            return call -> CountForm.of(returned, writer.delete(given.entities(call[0])));
        }
        checkHandedBack(method, type, given);
        WritePlan.Write write = annotation == Insert.class
                ? writer::insert
                : annotation == Update.class ? writer::update : writer::save;
        return new WritePlan(write, given, returned);
    }

    private static void checkHandedBack(RepositoryMethod method, Class<?> type, EntityForm given) {
        Class<?> returned = method.returned();
        if (CountForm.supports(returned)) {
            return;
        }
        EntityForm form = EntityForm.of(returned);
        boolean oneFromMany = form.kind() == EntityForm.Kind.ONE && given.kind() != EntityForm.Kind.ONE;
        Class<?> element =
                form.kind() == EntityForm.Kind.ONE ? returned : method.form().element();
        if (oneFromMany || !element.isAssignableFrom(type)) {
            throw new PlanException("it takes " + method.parameter(0).getSimpleName() + " of " + type.getSimpleName()
                    + " and returns " + returned.getSimpleName() + "; return void or the same as it takes");
        }
    }

    /** Returns the class of the entity, or of the entities, that the only parameter of a method is. */
    static Class<?> entityParameter(RepositoryMethod method) {
        Class<?> raw = method.parameter(0);
        return EntityForm.of(raw).kind() == EntityForm.Kind.ONE
                ? raw
                : method.types()
                        .element(method.genericParameter(0))
                        .<Class<?>>map(method.types()::raw)
                        .orElse(raw);
    }

    /** Returns whether the only parameter of a method may be an entity, and is not said to be the value of an attribute. */
    static boolean takesOneThing(RepositoryMethod method) {
        return method.parameters().length == 1 && !method.parameters()[0].isAnnotationPresent(By.class);
    }

    private boolean takesEntity(RepositoryMethod method) {
        return takesOneThing(method) && entities.of(entityParameter(method)).isPresent();
    }

    private Plan find(RepositoryMethod method) {
        checkFound(method);
        EntityAccess access = entities.found(method.form().element());
        return find(
                method,
                access,
                Conditions.of(method, access.mapping()),
                order(method, access),
                SpecialParameters.of(method),
                Integer.MAX_VALUE);
    }

    static void checkFound(RepositoryMethod method) {
        if (method.returned() == void.class) {
            throw new PlanException("it finds and returns nothing; return what it finds");
        }
        method.form().requireKnown();
    }

    /** Returns the plan of a method that finds entities by conditions, at most so many of them. */
    static Plan find(
            RepositoryMethod method,
            EntityAccess access,
            Conditions conditions,
            List<Sort> sorts,
            SpecialParameters special,
            int maximum) {
        ResultForm form = method.form();
        RowDecoder decoder = RowDecoder.of(access.mapping(), List.of(), form.element());
        Optional<Integer> id = conditions.idAlone();
        if (id.isPresent() && form.single() && !special.any()) {
            return new KeyPlan(access, id.get(), form.kind() == ResultForm.Kind.OPTIONAL, decoder);
        }
        return found(
                new Selection(access, conditions.condition(), conditions.arguments(), sorts),
                special,
                form,
                decoder,
                maximum);
    }

    static Plan found(
            Selection selection, SpecialParameters special, ResultForm form, RowDecoder decoder, int maximum) {
        if (special.paged() && form.single()) {
            throw new PlanException("it takes a PageRequest and returns one result; return a Page or a List");
        }
        return form.paged()
                ? new Pages(selection, special, decoder, form.kind() == ResultForm.Kind.CURSORED_PAGE)
                : new FindPlan(selection, special, form, decoder, maximum);
    }

    static boolean ordered(RepositoryMethod method) {
        return method.method().getAnnotationsByType(OrderBy.class).length > 0;
    }

    static List<Sort> order(RepositoryMethod method, EntityAccess access) {
        return Stream.of(method.method().getAnnotationsByType(OrderBy.class))
                .map(order -> PlanException.about(
                        order,
                        () -> Ordering.of(access.mapping(), order.value(), order.descending(), order.ignoreCase())))
                .toList();
    }

    private Plan deleteBy(RepositoryMethod method) {
        Class<?> returned = method.returned();
        if (!CountForm.supports(returned)) {
            throw new PlanException(
                    "it returns " + returned.getSimpleName() + "; return void, or how many as int or long");
        }
        EntityAccess access = entities.found(void.class);
        if (SpecialParameters.of(method).any()) {
            throw new PlanException("it deletes, and takes a Limit, an order or a PageRequest; leave that out");
        }
        return new DeletePlan(access, Conditions.of(method, access.mapping()), returned);
    }
}
