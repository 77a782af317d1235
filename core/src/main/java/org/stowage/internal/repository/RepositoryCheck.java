package org.stowage.internal.repository;

import jakarta.data.exceptions.DataException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.stowage.entity.Converter;
import org.stowage.internal.entity.Attribute;
import org.stowage.internal.entity.Outline;
import org.stowage.internal.entity.Problem;
import org.stowage.internal.entity.Problems;
import org.stowage.internal.session.Session;
import org.stowage.internal.session.Sessions;
import org.stowage.spi.StoreConfig;
import org.stowage.store.OpenStore;

/** Checks interfaces as they are when they become repositories, without a store of the application. For many threads. */
public final class RepositoryCheck {

    private final List<Converter<?, ?>> converters;

    private RepositoryCheck(List<Converter<?, ?>> converters) {
        this.converters = converters;
    }

    /** Returns a check that knows converters for types that are not known by themselves. */
    public static RepositoryCheck of(Collection<? extends Converter<?, ?>> converters) {
        return new RepositoryCheck(List.copyOf(converters));
    }

    /** Returns the classes that a repository stores. */
    public Set<Class<?>> entities(Class<?> repository) {
        return inScratch(repository, RepositoryReader::entityTypes);
    }

    /** Returns the attributes of a class that can be stored, each followed by those embedded in it. */
    public List<Attribute> attributes(Class<?> entity) {
        return Outline.of(entity, converters);
    }

    /** Returns everything that is wrong with an interface and with its entities. */
    public List<Problem> problems(Class<?> repository) {
        try {
            return inScratch(repository, RepositoryReader::check);
        } catch (DataException refused) {
            Problems problems = new Problems(repository.getName());
            problems.add(repository, String.valueOf(refused.getMessage()));
            return problems.found();
        }
    }

    private <T> T inScratch(Class<?> repository, Function<RepositoryReader, T> work) {
        ScratchProvider provider = new ScratchProvider();
        // A store of its own for each: where entities live is decided later, and those of two repositories need not
        // meet.
        try (OpenStore store = OpenStore.open(provider, StoreConfig.of("*", null, true, provider, Map.of()))) {
            Session session = new Sessions().session(store);
            EntityRegistry registry = new EntityRegistry((entity, type, asking) -> session, converters);
            return work.apply(new RepositoryReader(repository, registry));
        }
    }
}
