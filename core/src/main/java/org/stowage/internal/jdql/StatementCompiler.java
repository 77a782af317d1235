package org.stowage.internal.jdql;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.stowage.query.JdqlException;
import org.stowage.spi.error.StoreException;
import org.stowage.spi.query.Condition;
import org.stowage.spi.query.Evaluator;
import org.stowage.spi.query.Expression;
import org.stowage.spi.query.Query;
import org.stowage.spi.query.Sort;
import org.stowage.spi.schema.EntitySchema;
import org.stowage.spi.value.Field;
import org.stowage.spi.value.ValueType;

/** Types a statement against the entity that it is about. */
public final class StatementCompiler {

    private final Statement statement;
    private final SourceText source;
    private final EntitySchema schema;
    private final EntityScope scope;
    private final Parameters parameters;
    private final List<Slots> allSlots = new ArrayList<>();

    private StatementCompiler(Statement statement, EntitySchema schema, EnumClasses enums, Parameters parameters) {
        this.statement = statement;
        this.source = statement.source();
        this.schema = schema;
        this.scope = new EntityScope(schema, source, enums);
        this.parameters = parameters;
    }

    /**
     * Returns the statement, typed.
     *
     * @param enums the enums of the entity's attributes
     * @param parameters which parameters there are; undeclared ones are known afterwards
     * @throws JdqlException if it does not fit the entity
     */
    public static CompiledStatement compile(
            Statement statement, EntitySchema schema, EnumClasses enums, Parameters parameters) {
        return new StatementCompiler(statement, schema, enums, parameters).compile();
    }

    private CompiledStatement compile() {
        Slots slots = slots();
        TermCompiler terms = new TermCompiler(scope, parameters, slots);
        Condition condition = new TestCompiler(terms).compile(statement.where());
        CompiledStatement compiled = switch (statement) {
            case Statement.Select select ->
                select.count()
                        ? new CompiledStatement.Count(schema, condition, slots)
                        : new CompiledStatement.Find(schema, condition, slots, sorts(select), selected(select));
            case Statement.Update update -> new CompiledStatement.Update(schema, condition, slots, assignments(update));
            case Statement.Delete delete -> new CompiledStatement.Delete(schema, condition, slots);
        };
        parameters.finish(source);
        allSlots.forEach(each -> each.finish(parameters));
        checkWhole(compiled);
        return compiled;
    }

    private Slots slots() {
        Slots slots = new Slots();
        allSlots.add(slots);
        return slots;
    }

    private List<Sort> sorts(Statement.Select select) {
        List<Sort> sorts = new ArrayList<>();
        for (Statement.Ordering ordering : select.order()) {
            Expression.Path path = attribute(ordering.term());
            if (!path.type().ordered()) {
                throw source.error(
                        ordering.term().at(),
                        "attribute '" + path + "' is " + path.type().describe() + ", which has no order",
                        "");
            }
            sorts.add(ordering.descending() ? Sort.descending(path) : Sort.ascending(path));
        }
        return sorts;
    }

    private List<Expression.Path> selected(Statement.Select select) {
        return select.selected().stream().map(this::attribute).toList();
    }

    private Expression.Path attribute(Term term) {
        return switch (term) {
            case Term.Path path -> scope.path(path);
            case Term.Id id -> scope.id(id.at());
            default -> throw source.error(term.at(), "a calculation stands where an attribute is expected", "");
        };
    }

    private List<CompiledStatement.Assignment> assignments(Statement.Update update) {
        Set<Expression.Path> targets = new HashSet<>();
        List<CompiledStatement.Assignment> assignments = new ArrayList<>();
        for (Statement.Assignment assignment : update.assignments()) {
            Term.Path written = assignment.target();
            Expression.Path target = scope.path(written);
            if (!targets.add(target)) {
                throw source.error(written.at(), "attribute '" + target + "' is set twice", "set it once");
            }
            if (schema.key().contains(target.field())) {
                throw source.error(
                        written.at(),
                        "attribute '" + target + "' is the id and cannot be set",
                        "insert a new entity and delete the old one");
            }
            assignments.add(assignment(assignment, target));
        }
        return assignments;
    }

    private CompiledStatement.Assignment assignment(Statement.Assignment assignment, Expression.Path target) {
        Slots slots = slots();
        Term value = assignment.value();
        if (value == null) {
            if (!nullable(target)) {
                throw source.error(assignment.target().at(), "attribute '" + target + "' cannot be null", "");
            }
            return new CompiledStatement.Assignment(target, null, slots);
        }
        TermCompiler terms = new TermCompiler(scope, parameters, slots);
        Expression typed = terms.compile(value, target.type());
        boolean fits = typed.type().equals(target.type()) || target.type().comparableWith(typed.type());
        if (!fits) {
            throw source.error(
                    value.at(),
                    TermCompiler.describe(value) + " is " + typed.type().describe() + " and attribute '" + target
                            + "' is " + target.type().describe(),
                    "");
        }
        return new CompiledStatement.Assignment(target, Evaluator.calculation(schema, typed), slots);
    }

    private boolean nullable(Expression.Path target) {
        List<Field> fields = schema.fields();
        Optional<Field> field = Optional.empty();
        for (String name : target.names()) {
            field = fields.stream()
                    .filter(candidate -> candidate.name().equals(name))
                    .findFirst();
            fields = field.orElseThrow().type() instanceof ValueType.Struct struct ? struct.fields() : List.of();
        }
        return field.orElseThrow().nullable();
    }

    // Everything has been typed with its position; what is left are the limits of the query as a whole.
    private void checkWhole(CompiledStatement compiled) {
        List<Sort> sorts = compiled instanceof CompiledStatement.Find find ? find.sorts() : List.of();
        try {
            Query.of(schema, compiled.condition(), sorts);
        } catch (StoreException failure) {
            Test where = statement.where();
            throw source.error(where == null ? 0 : where.at(), String.valueOf(failure.getMessage()), "", failure);
        }
    }
}
