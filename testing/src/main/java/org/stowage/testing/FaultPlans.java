package org.stowage.testing;

import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;
import org.stowage.layers.faults.Effect;
import org.stowage.layers.faults.Fault;
import org.stowage.layers.faults.FaultPlan;
import org.stowage.layers.faults.Operation;
import org.stowage.layers.verify.Share;

/** Makes plans of annotations. */
final class FaultPlans {

    private FaultPlans() {}

    /** Returns the plan of a test; one in which nothing fails if nobody wants that. */
    static FaultPlan of(ExtensionContext test) {
        return AnnotationSupport.findAnnotation(test.getTestMethod(), Faults.class)
                .or(() -> AnnotationSupport.findAnnotation(
                        test.getRequiredTestClass(), Faults.class, test.getEnclosingTestClasses()))
                .map(faults -> plan(faults, test))
                .orElseGet(FaultPlan::of);
    }

    private static FaultPlan plan(Faults annotation, ExtensionContext test) {
        Fault[] faults =
                Arrays.stream(annotation.value()).map(FaultPlans::fault).toArray(Fault[]::new);
        boolean byChance = Arrays.stream(annotation.value())
                .anyMatch(at -> !Share.parse(at.share()).equals(Share.parse("100%")));
        if (!byChance) {
            return FaultPlan.of(faults);
        }
        long seed = annotation.seed() != 0 ? annotation.seed() : Long.getLong("stowage.seed", System.nanoTime());
        test.publishReportEntry("stowage.seed", Long.toString(seed));
        return FaultPlan.random(seed, faults);
    }

    private static Fault fault(FaultAt at) {
        Operation[] operations = at.value();
        Fault fault = Fault.at(operations[0], Arrays.copyOfRange(operations, 1, operations.length))
                .share(Share.parse(at.share()))
                .effect(at.effect());
        if (at.effect() == Effect.DELAY) {
            fault = fault.delay(Duration.ofMillis(at.delayMillis()));
        }
        if (!at.entity().isEmpty()) {
            fault = fault.of(at.entity());
        }
        return at.nth() == 0 ? fault : fault.nth(at.nth());
    }
}
