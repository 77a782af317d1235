package org.stowage.query;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.stowage.internal.jdql.CompiledStatement;
import org.stowage.internal.jdql.EnumClasses;
import org.stowage.internal.jdql.Parameters;
import org.stowage.internal.jdql.Parser;
import org.stowage.internal.jdql.Statement;
import org.stowage.internal.jdql.StatementCompiler;
import org.stowage.spi.schema.EntitySchema;
import org.stowage.store.OpenStore;

/**
 * The query language of Jakarta Data 1.0: {@code select}, {@code update} and {@code delete} over one entity, as in
 * {@code select name, city from Restaurant where city = 'Paris' and rating >= :least order by name}.
 *
 * <p>Beyond the standard it takes several attributes after {@code select}; {@code concat(a, b)}; {@code this.} before an attribute, for one
 * that is named as a keyword is; and texts in the form of {@link ValueText} for values that have no literal of their own: dates, times,
 * UUIDs, and constants of enumerations. {@code local date} and the like are the current time in UTC.
 */
public final class Jdql {

    private Jdql() {}

    /**
     * Returns the statement that a text is.
     *
     * @throws JdqlException if it is none; says where, and what was expected
     */
    public static JdqlStatement parse(String text) {
        return new JdqlStatement(Parser.parse(text));
    }

    /**
     * Returns the statement that a text is, ready to run in transactions of a store whose schemas stay as they are.
     *
     * @param store where it will run
     * @param defaultEntity the entity if the text names none, or null to take the only one there is
     * @throws JdqlException if it is no statement, or does not fit the entity; says where
     */
    public static PreparedQuery prepare(String text, OpenStore store, @Nullable String defaultEntity) {
        return prepare(text, store.schemas(), defaultEntity);
    }

    /**
     * Returns the statement that a text is, ready to run where the entities have the given shapes.
     *
     * @param schemas the entities that there are
     * @param defaultEntity the entity if the text names none, or null to take the only one there is
     * @throws JdqlException if it is no statement, or does not fit the entity; says where
     */
    public static PreparedQuery prepare(String text, Collection<EntitySchema> schemas, @Nullable String defaultEntity) {
        JdqlStatement parsed = parse(text);
        EntitySchema schema = schema(parsed.statement(), schemas, defaultEntity);
        Parameters parameters = Parameters.inferred();
        CompiledStatement compiled =
                StatementCompiler.compile(parsed.statement(), schema, EnumClasses.UNKNOWN, parameters);
        List<Parameter> described = parameters.names().stream()
                .map(name -> new Parameter(name, parameters.type(name)))
                .toList();
        return new PreparedQuery(compiled, parsed.kind(), described, Clock.systemUTC());
    }

    private static EntitySchema schema(
            Statement statement, Collection<EntitySchema> schemas, @Nullable String defaultEntity) {
        Statement.EntityName written = statement.entity();
        if (written == null && defaultEntity == null && schemas.size() == 1) {
            return schemas.iterator().next();
        }
        List<String> names = schemas.stream().map(EntitySchema::name).toList();
        if (written == null && defaultEntity == null) {
            throw statement.source().error(0, "the statement names no entity", "write 'from' and one of " + names);
        }
        String name = written == null ? String.valueOf(defaultEntity) : written.name();
        Optional<EntitySchema> schema =
                schemas.stream().filter(each -> each.name().equals(name)).findFirst();
        return schema.orElseThrow(() -> statement
                .source()
                .unknown(written == null ? 0 : written.at(), "unknown entity '" + name + "'", name, names));
    }
}
