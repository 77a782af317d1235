package org.stowage.sqlite;

import java.sql.PreparedStatement;
import java.sql.SQLException;

/** A prepared statement on loan from its connection's cache; closing it gives it back. */
final class CachedStatement implements AutoCloseable {

    private final PreparedStatement statement;
    private boolean lent;
    private boolean kept;

    CachedStatement(PreparedStatement statement) {
        this.statement = statement;
    }

    /** Returns the statement. It is not to be closed, and not to be used after this loan has ended. */
    PreparedStatement jdbc() {
        return statement;
    }

    boolean lent() {
        return lent;
    }

    CachedStatement lend() {
        lent = true;
        return this;
    }

    void keep() {
        kept = true;
    }

    /** Takes it out of the cache: it ends now, or as soon as it is given back. */
    void drop() throws SQLException {
        kept = false;
        if (!lent) {
            statement.close();
        }
    }

    @Override
    public void close() throws SQLException {
        lent = false;
        if (!kept) {
            statement.close();
        }
    }
}
