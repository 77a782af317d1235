package org.stowage.internal.repository;

import jakarta.data.exceptions.MappingException;
import jakarta.data.exceptions.OptimisticLockingFailureException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.stowage.internal.entity.EntityMapping;
import org.stowage.spi.change.Change;
import org.stowage.spi.value.Key;
import org.stowage.spi.value.Row;
import org.stowage.store.StoreTransaction;

/**
 * Writes entities. A new one keeps the version that it has, 0 if it has none; whoever changes it counts one up from the version that
 * must be stored. Ids are made inside the transaction. For many threads.
 */
final class EntityWriter {

    // New rows do not depend on each other, so many of them go to the store in parts that the processor's cache holds.
    private static final int PART = 1_000;

    private final EntityAccess access;
    private final EntityMapping mapping;
    private final @Nullable IdGenerator generator;
    private final boolean versioned;

    EntityWriter(EntityAccess access) {
        this.access = access;
        this.mapping = access.mapping();
        this.generator = mapping.model().generatedId() ? new IdGenerator(mapping) : null;
        this.versioned = mapping.versionPosition() >= 0;
    }

    List<Object> insert(List<Object> entities) {
        return access.write(transaction -> {
            List<Object> inserted = new ArrayList<>(entities.size());
            IdGenerator.Ids ids = ids(transaction);
            List<Object> own = own(entities);
            for (int start = 0; start < own.size(); start += PART) {
                List<Object> part = own.subList(start, Math.min(start + PART, own.size()));
                List<Stored> stored =
                        part.stream().map(entity -> fresh(entity, ids)).toList();
                transaction.apply(new Change.Insert(
                        access.name(), stored.stream().map(Stored::row).toList()));
                inserted.addAll(entities(stored));
            }
            finish(ids);
            return inserted;
        });
    }

    List<Object> update(List<Object> entities) {
        return access.write(transaction -> {
            List<Stored> stored = new ArrayList<>(entities.size());
            List<Change.Versioned> rows = new ArrayList<>(entities.size());
            for (Object entity : own(entities)) {
                OptionalLong expected = expected(entity);
                Stored next = changed(entity, expected);
                stored.add(next);
                rows.add(new Change.Versioned(next.row(), expected));
            }
            transaction.apply(new Change.Update(access.name(), rows));
            return entities(stored);
        });
    }

    List<Object> save(List<Object> entities) {
        return access.write(transaction -> {
            List<Stored> stored = new ArrayList<>(entities.size());
            List<Change.Versioned> rows = new ArrayList<>(entities.size());
            IdGenerator.Ids ids = ids(transaction);
            for (Object entity : own(entities)) {
                boolean replaces = versioned && !lacksId(entity) && exists(transaction, entity);
                OptionalLong expected = replaces ? expected(entity) : OptionalLong.empty();
                Stored next = replaces ? changed(entity, expected) : fresh(entity, ids);
                stored.add(next);
                rows.add(new Change.Versioned(next.row(), expected));
            }
            finish(ids);
            transaction.apply(new Change.Save(access.name(), rows));
            return entities(stored);
        });
    }

    long delete(List<Object> entities) {
        return access.write(transaction -> {
            List<Change.Target> targets = new ArrayList<>(entities.size());
            for (Object entity : own(entities)) {
                Row row = mapping.toRow(entity);
                targets.add(new Change.Target(mapping.keyOf(row), expected(entity)));
            }
            return transaction.apply(new Change.Delete(access.name(), targets, true));
        });
    }

    /** Returns the entities, none of which is of a class of its own, whose other attributes would be lost. */
    private List<Object> own(List<Object> entities) {
        Class<?> type = mapping.model().type();
        for (Object entity : entities) {
            if (entity.getClass() != type) {
                throw new MappingException("a " + entity.getClass().getName() + " is no entity '" + access.name()
                        + "' of store '" + access.store() + "', which is a " + type.getName() + "; give one of these");
            }
        }
        return entities;
    }

    /**
     * A row to write.
     *
     * @param given the entity of which it was made
     * @param same whether it has the id and the version of that
     */
    private record Stored(Row row, Object given, boolean same) {}

    private Stored fresh(Object entity, IdGenerator.@Nullable Ids ids) {
        Object id = ids != null && lacksId(entity) ? ids.next() : null;
        Long version = mapping.versionOf(entity);
        boolean same = id == null && (!versioned || version != null);
        return new Stored(mapping.toRow(entity, id, version == null ? 0 : version), entity, same);
    }

    private Stored changed(Object entity, OptionalLong expected) {
        return expected.isPresent()
                ? new Stored(mapping.toRow(entity, null, Math.addExact(expected.getAsLong(), 1)), entity, false)
                : new Stored(mapping.toRow(entity), entity, true);
    }

    /** Returns the version that must be stored; empty if the entity has none. */
    private OptionalLong expected(Object entity) {
        if (!versioned) {
            return OptionalLong.empty();
        }
        Long version = mapping.versionOf(entity);
        if (version == null) {
            Key key = mapping.keyOf(mapping.toRow(entity, null, 0));
            throw new OptimisticLockingFailureException(
                    "entity '" + access.name() + "' with key '" + key + "' in store '" + access.store()
                            + "' has no version, so it was never read from there; read it first");
        }
        return OptionalLong.of(version);
    }

    private boolean exists(StoreTransaction transaction, Object entity) {
        Key key = mapping.keyOf(mapping.toRow(entity, null, 0));
        return transaction.get(access.name(), key).isPresent();
    }

    private boolean lacksId(Object entity) {
        return generator != null && mapping.lacksId(entity);
    }

    private IdGenerator.@Nullable Ids ids(StoreTransaction transaction) {
        return generator == null ? null : generator.in(transaction);
    }

    private static void finish(IdGenerator.@Nullable Ids ids) {
        if (ids != null) {
            ids.finish();
        }
    }

    private List<Object> entities(List<Stored> stored) {
        List<Object> entities = new ArrayList<>(stored.size());
        for (Stored each : stored) {
            entities.add(entity(each));
        }
        return entities;
    }

    private Object entity(Stored stored) {
        if (!mapping.readsAsWritten(stored.given())) {
            return mapping.toEntity(mapping.schema().check(stored.row()));
        }
        return stored.same() ? stored.given() : mapping.toEntity(stored.row());
    }
}
