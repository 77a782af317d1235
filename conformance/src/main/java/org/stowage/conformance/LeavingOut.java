package org.stowage.conformance;

import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Skips the tests of rules that are left out, with the reason, and every test once a run was given up. */
final class LeavingOut implements ExecutionCondition {

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        Proves proves = context.getTestMethod()
                .map(method -> method.getAnnotation(Proves.class))
                .orElse(null);
        KitTest test = context.getTestInstance()
                .filter(KitTest.class::isInstance)
                .map(KitTest.class::cast)
                .orElse(null);
        if (proves == null || test == null) {
            return ConditionEvaluationResult.enabled("no test of a rule");
        }
        if (test.harness() instanceof RunHarness run && run.givenUp()) {
            return ConditionEvaluationResult.disabled(RunHarness.GIVEN_UP);
        }
        return OptOuts.of(test.harness().optOuts())
                .reason(proves.value())
                .map(ConditionEvaluationResult::disabled)
                .orElseGet(() -> ConditionEvaluationResult.enabled("no rule of it is left out"));
    }
}
