package org.stowage.query;

import java.util.Optional;
import org.stowage.internal.jdql.Statement;

/** A statement that is well formed, though not yet held against the entity that it is about. Immutable. */
public final class JdqlStatement {

    private final Statement statement;

    JdqlStatement(Statement statement) {
        this.statement = statement;
    }

    /** Returns what it does. */
    public StatementKind kind() {
        return switch (statement) {
            case Statement.Select select -> select.count() ? StatementKind.COUNT : StatementKind.ROWS;
            case Statement.Update update -> StatementKind.UPDATE;
            case Statement.Delete delete -> StatementKind.DELETE;
        };
    }

    /** Returns the entity that it names, if it names one. */
    public Optional<String> entity() {
        Statement.EntityName entity = statement.entity();
        return entity == null ? Optional.empty() : Optional.of(entity.name());
    }

    /** Returns the text. */
    @Override
    public String toString() {
        return statement.source().text();
    }

    Statement statement() {
        return statement;
    }
}
