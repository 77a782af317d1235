package org.stowage.internal.repository;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.stowage.entity.Converter;
import org.stowage.internal.entity.EntityMapping;
import org.stowage.internal.entity.EntityModel;
import org.stowage.internal.entity.MetamodelClasses;
import org.stowage.internal.entity.Problems;
import org.stowage.internal.entity.ValueCodec;
import org.stowage.internal.session.Session;
import org.stowage.internal.session.SessionSource;
import org.stowage.spi.error.StoreException;
import org.stowage.spi.schema.EntitySchema;
import org.stowage.spi.schema.SchemaChange;
import org.stowage.store.OpenStore;

/** The entities that repositories have asked for, each with its shape made sure of in its store. Guarded by its own lock. */
final class EntityRegistry {

    private final SessionSource sessions;
    private final Collection<? extends Converter<?, ?>> converters;
    private final Map<Place, EntityAccess> known = new HashMap<>();

    private record Place(Class<?> type, OpenStore store) {}

    EntityRegistry(SessionSource sessions, Collection<? extends Converter<?, ?>> converters) {
        this.sessions = sessions;
        this.converters = converters;
    }

    /** Returns how values of a class are stored, if they are by themselves. */
    Optional<ValueCodec> codec(Class<?> type) {
        return ValueCodec.of(type, converters);
    }

    /**
     * Returns an entity, created or brought up to date in its store, or empty after a note of what is wrong with it.
     *
     * @param keyType the type of its id, as the repository says it, or null
     */
    synchronized Optional<EntityAccess> access(
            Class<?> type, @Nullable Class<?> keyType, Class<?> repositoryType, Problems problems) {
        Session session = sessions.session(EntityModel.nameOf(type), type, repositoryType);
        Place place = new Place(type, session.store());
        EntityAccess access = known.get(place);
        if (access != null) {
            return Optional.of(access);
        }
        Problems own = new Problems(type.getName());
        Optional<EntityModel> model = EntityModel.read(type, keyType, converters, own);
        model.ifPresent(read -> MetamodelClasses.initialize(read, own));
        problems.addAll(own);
        if (model.isEmpty() || own.any()) {
            return Optional.empty();
        }
        Optional<EntityAccess> made = stored(model.get(), session, problems);
        made.ifPresent(each -> known.put(place, each));
        return made;
    }

    private static Optional<EntityAccess> stored(EntityModel model, Session session, Problems problems) {
        if (model.generatedId() && !IdGenerator.supports(model.idValueType())) {
            problems.add(
                    model.type(),
                    "its id is generated, which works for whole numbers, UUIDs and texts; use one of them");
            return Optional.empty();
        }
        OpenStore store = session.store();
        try {
            rename(model, store);
            EntitySchema stored = store.ensure(model.schema());
            if (model.generatedId() && model.countedId()) {
                store.ensure(IdGenerator.COUNTERS);
            }
            return Optional.of(new EntityAccess(new EntityMapping(model, stored), session));
        } catch (StoreException failure) {
            throw new DataFailures(model.name(), store.name()).of(failure);
        }
    }

    private static void rename(EntityModel model, OpenStore store) {
        String name = model.name();
        if (store.schema(name).isEmpty()) {
            for (String former : model.formerNames()) {
                if (store.schema(former).isPresent()) {
                    store.evolve(List.of(new SchemaChange.RenameEntity(former, name)));
                    break;
                }
            }
        }
        Optional<EntitySchema> schema = store.schema(name);
        if (schema.isEmpty()) {
            return;
        }
        model.formerFields().forEach((field, formers) -> {
            if (schema.get().field(field).isEmpty()) {
                formers.stream()
                        .filter(former -> schema.get().field(former).isPresent())
                        .findFirst()
                        .ifPresent(former -> store.evolve(List.of(new SchemaChange.RenameField(name, former, field))));
            }
        });
    }
}
