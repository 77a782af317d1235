package org.stowage.query;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.stowage.internal.jdql.BulkChange;
import org.stowage.internal.jdql.CompiledStatement;
import org.stowage.internal.jdql.RowPath;
import org.stowage.internal.session.PreparedShape;
import org.stowage.spi.error.ErrorContext;
import org.stowage.spi.error.InvalidValueException;
import org.stowage.spi.error.NearestName;
import org.stowage.spi.query.Expression;
import org.stowage.spi.query.Query;
import org.stowage.spi.query.ScanRequest;
import org.stowage.spi.value.Row;
import org.stowage.spi.value.ValueType;
import org.stowage.store.StoreTransaction;

/** A statement that fits its entity, to be run as often as one likes. Immutable, for many threads. */
public final class PreparedQuery {

    private final CompiledStatement statement;
    private final StatementKind kind;
    private final List<Parameter> parameters;
    private final Clock clock;
    private final Query query;
    private final PreparedShape shape;
    private final List<Column> columns;
    private final UnaryOperator<Row> toColumns;

    PreparedQuery(CompiledStatement statement, StatementKind kind, List<Parameter> parameters, Clock clock) {
        this.statement = statement;
        this.kind = kind;
        this.parameters = List.copyOf(parameters);
        this.clock = clock;
        this.query = BulkChange.query(statement);
        this.shape = new PreparedShape(statement.schema());
        this.columns = columns(statement);
        this.toColumns = statement instanceof CompiledStatement.Find find
                        && !find.selected().isEmpty()
                ? RowPath.projection(find.schema(), find.selected())
                : UnaryOperator.identity();
    }

    private static List<Column> columns(CompiledStatement statement) {
        return switch (statement) {
            case CompiledStatement.Find find
            when find.selected().isEmpty() ->
                find.schema().fields().stream()
                        .map(field -> new Column(field.name(), field.type()))
                        .toList();
            case CompiledStatement.Find find ->
                find.selected().stream()
                        .map(path -> new Column(path.toString(), path.type()))
                        .toList();
            case CompiledStatement.Count count -> List.of(new Column("count", ValueType.INT64));
            case CompiledStatement.Update update -> List.of(new Column("updated", ValueType.INT64));
            case CompiledStatement.Delete delete -> List.of(new Column("deleted", ValueType.INT64));
        };
    }

    /** Returns what it does. */
    public StatementKind kind() {
        return kind;
    }

    /** Returns the name of the entity that it is about. */
    public String entity() {
        return statement.schema().name();
    }

    /** Returns what the values of a result's rows are, in their order. */
    public List<Column> columns() {
        return columns;
    }

    /** Returns the parameters in the order in which {@link #run} takes their arguments. */
    public List<Parameter> parameters() {
        return parameters;
    }

    /** Returns what it asks for, as a store sees it; for {@code explain}. */
    public ScanRequest request(List<? extends @Nullable Object> arguments, long offset, long limit) {
        return new ScanRequest(query, statement.slots().arguments(checked(arguments), clock), offset, limit);
    }

    /**
     * Returns the arguments that are meant by texts.
     *
     * @param texts the text of each parameter, by name or by digits, in the form of {@link ValueText}; elements of a list with commas between
     * @throws InvalidValueException if there is no such parameter, one is missing, or a text is no value of its type
     */
    public List<Object> argumentsOf(Map<String, String> texts) {
        List<String> names = parameters.stream().map(Parameter::name).toList();
        Map<String, String> left = new HashMap<>(texts);
        List<Object> arguments = new ArrayList<>();
        for (Parameter parameter : parameters) {
            String text = left.remove(parameter.name());
            if (text == null) {
                throw invalid("parameter '" + parameter + "' of type "
                        + parameter.type().describe() + " has no value; give it one");
            }
            arguments.add(
                    parameter.type() instanceof ValueType.ListOf list
                            ? elements(list.element(), text)
                            : ValueText.parse(parameter.type(), text));
        }
        left.keySet().stream().sorted().findFirst().ifPresent(name -> {
            throw invalid("unknown parameter '" + name + "'"
                    + (names.isEmpty() ? "; the statement has none" : NearestName.hint(name, names)));
        });
        return arguments;
    }

    private static List<Object> elements(ValueType type, String text) {
        List<Object> elements = new ArrayList<>();
        for (String element : text.split(",", -1)) {
            elements.add(ValueText.parse(type, element.strip()));
        }
        return elements;
    }

    /**
     * Runs it.
     *
     * @param transaction where; read-write if {@link StatementKind#writes()}
     * @param arguments neutral values or null, in the order of {@link #parameters()}
     * @param offset how many rows of the result are left out, not negative; 0 unless rows are found
     * @param limit how many rows are wanted at most; {@link ScanRequest#UNLIMITED} unless rows are found
     * @return the result, which the caller closes
     * @throws org.stowage.spi.error.StoreException if an argument does not fit its parameter, or the store says so
     */
    public QueryRows run(
            StoreTransaction transaction, List<? extends @Nullable Object> arguments, long offset, long limit) {
        if (kind != StatementKind.ROWS && (offset != 0 || limit != ScanRequest.UNLIMITED)) {
            throw new IllegalArgumentException("offset and limit are for statements that find rows");
        }
        shape.require(transaction);
        @Nullable Object[] given = checked(arguments);
        ScanRequest request = new ScanRequest(query, statement.slots().arguments(given, clock), offset, limit);
        return switch (statement) {
            case CompiledStatement.Find find -> QueryRows.of(transaction.scan(request), toColumns);
            case CompiledStatement.Count count -> QueryRows.of(transaction.count(request));
            case CompiledStatement.Update update ->
                QueryRows.of(BulkChange.update(transaction, update, request, given, clock, row -> {}));
            case CompiledStatement.Delete delete ->
                QueryRows.of(BulkChange.delete(transaction, delete.schema(), request));
        };
    }

    /** Runs it without a limit. */
    public QueryRows run(StoreTransaction transaction, List<? extends @Nullable Object> arguments) {
        return run(transaction, arguments, 0, ScanRequest.UNLIMITED);
    }

    private @Nullable Object[] checked(List<? extends @Nullable Object> arguments) {
        if (arguments.size() != parameters.size()) {
            throw invalid("the statement has " + parameters.size() + " parameters, and " + arguments.size()
                    + " arguments are given");
        }
        @Nullable Object[] checked = new @Nullable Object[arguments.size()];
        for (int i = 0; i < checked.length; i++) {
            Object argument = arguments.get(i);
            checked[i] = argument == null ? null : parameters.get(i).type().check(argument);
        }
        return checked;
    }

    private static InvalidValueException invalid(String message) {
        return new InvalidValueException(ErrorContext.none(), message);
    }

    /** Returns what it asks for, for people. */
    @Override
    public String toString() {
        return kind + " " + query + selectedText();
    }

    private String selectedText() {
        return statement instanceof CompiledStatement.Find find
                        && !find.selected().isEmpty()
                ? " " + find.selected().stream().map(Expression.Path::toString).toList()
                : "";
    }
}
