package org.stowage.internal.jdql;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.stowage.spi.query.Condition;
import org.stowage.spi.query.Expression;
import org.stowage.spi.value.ValueType;

/** Types conditions. */
final class TestCompiler {

    private final TermCompiler terms;

    TestCompiler(TermCompiler terms) {
        this.terms = terms;
    }

    /** Returns the typed condition, {@link Condition#ALWAYS} if none was written. */
    Condition compile(@Nullable Test test) {
        return switch (test) {
            case null -> Condition.ALWAYS;
            case Test.And(List<Test> parts, int at) ->
                new Condition.And(parts.stream().map(this::compile).toList());
            case Test.Or(List<Test> parts, int at) ->
                new Condition.Or(parts.stream().map(this::compile).toList());
            case Test.Not(Test part, int at) -> new Condition.Not(compile(part));
            case Test.Comparison comparison -> comparison(comparison);
            case Test.Between between -> between(between);
            case Test.In in -> in(in);
            case Test.Like like -> like(like);
            case Test.IsNull(Term value, int at) -> new Condition.IsNull(terms.compile(value, null));
        };
    }

    private Condition comparison(Test.Comparison test) {
        List<Expression> sides = alike(List.of(test.left(), test.right()));
        return new Condition.Comparison(test.relation(), sides.get(0), sides.get(1));
    }

    private Condition between(Test.Between test) {
        List<Expression> sides = alike(List.of(test.value(), test.low(), test.high()));
        return new Condition.Between(sides.get(0), sides.get(1), sides.get(2));
    }

    private Condition in(Test.In test) {
        if (test.options().size() == 1 && test.options().get(0) instanceof Term.Parameter parameter) {
            Expression value = terms.compile(test.value(), null);
            Expression option = terms.list(parameter, value.type());
            ValueType element = option.type() instanceof ValueType.ListOf list ? list.element() : option.type();
            if (!value.type().comparableWith(element)) {
                throw terms.mismatch(test.value(), value, parameter, option);
            }
            return new Condition.In(value, List.of(option));
        }
        List<Term> all = new ArrayList<>(List.of(test.value()));
        all.addAll(test.options());
        List<Expression> sides = alike(all);
        return new Condition.In(sides.get(0), sides.subList(1, sides.size()));
    }

    /** Returns the terms, typed by the one of which most is known; they compare with the first. */
    private List<Expression> alike(List<Term> written) {
        int clearest = 0;
        for (int i = 1; i < written.size(); i++) {
            if (terms.vagueness(written.get(i)) < terms.vagueness(written.get(clearest))) {
                clearest = i;
            }
        }
        Expression known = terms.compile(written.get(clearest), null);
        List<Expression> typed = new ArrayList<>();
        for (int i = 0; i < written.size(); i++) {
            typed.add(i == clearest ? known : terms.compile(written.get(i), known.type()));
            if (!typed.get(i).type().comparableWith(typed.get(0).type())) {
                throw terms.mismatch(written.get(0), typed.get(0), written.get(i), typed.get(i));
            }
        }
        return typed;
    }

    private Condition like(Test.Like test) {
        OptionalInt escape = test.escape() == null
                ? OptionalInt.empty()
                : OptionalInt.of(test.escape().value().codePointAt(0));
        return new Condition.Like(terms.text(test.value()), terms.text(test.pattern()), escape);
    }
}
