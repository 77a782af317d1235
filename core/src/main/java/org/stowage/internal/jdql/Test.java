package org.stowage.internal.jdql;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.stowage.spi.query.Condition;

/** Something that holds or not, as it was written; not yet typed. */
sealed interface Test extends Node {

    record Comparison(Condition.Relation relation, Term left, Term right, int at) implements Test {}

    record Between(Term value, Term low, Term high, int at) implements Test {}

    record In(Term value, List<Term> options, int at) implements Test {}

    record Like(Term value, Term pattern, Term.@Nullable Text escape, int at) implements Test {}

    record IsNull(Term value, int at) implements Test {}

    record Not(Test part, int at) implements Test {}

    record And(List<Test> parts, int at) implements Test {}

    record Or(List<Test> parts, int at) implements Test {}
}
