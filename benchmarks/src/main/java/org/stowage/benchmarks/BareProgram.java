package org.stowage.benchmarks;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.Callable;
import org.jooq.Record;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** The least that reads a row of a database file from the command line with the same three libraries that Stowage has for it. */
@Command(name = "bare", description = "Shows a product.")
@SuppressWarnings("SystemOut")
public final class BareProgram implements Callable<Integer> {

    @Parameters(index = "0", description = "What it does, which is the same for any word.")
    private String command = "";

    @Parameters(index = "1", description = "The file.")
    private String file = "";

    @Parameters(index = "2", description = "The key.")
    private long key;

    private BareProgram() {}

    /**
     * Shows a product.
     *
     * @param arguments a word, which the script that starts Stowage takes for its command, the file and the key
     */
    public static void main(String[] arguments) {
        System.exit(new CommandLine(new BareProgram()).execute(arguments));
    }

    @Override
    public Integer call() throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file)) {
            Record row = DSL.using(connection, SQLDialect.SQLITE)
                    .select(DSL.asterisk())
                    .from(DSL.table(DSL.name("c__product")))
                    .where(DSL.field(DSL.name("f_id"), Long.class).eq(key))
                    .fetchOne();
            System.out.println(command + ": " + row);
            return row == null ? 1 : 0;
        }
    }
}
