package org.stowage.testing;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;
import org.stowage.Stowage;
import org.stowage.StowageBranch;
import org.stowage.layers.faults.FaultPlan;

/** What one test has: a branch of what was prepared for its class, or stores that were opened for it alone. */
final class TestScope implements AutoCloseable {

    private final @Nullable StowageBranch branch;
    private final @Nullable TestStores own;
    private final FaultPlan faults;

    private TestScope(@Nullable StowageBranch branch, @Nullable TestStores own, FaultPlan faults) {
        this.branch = branch;
        this.own = own;
        this.faults = faults;
    }

    /** Returns that of a test, made when it is first asked for. */
    static TestScope of(ExtensionContext test) {
        return TestStores.kept(test).getOrComputeIfAbsent(TestScope.class, key -> open(test), TestScope.class);
    }

    private static TestScope open(ExtensionContext test) {
        StowageTest settings = AnnotationSupport.findAnnotation(
                        test.getRequiredTestClass(), StowageTest.class, test.getEnclosingTestClasses())
                .orElseThrow();
        ClassPreparation preparation = ClassPreparation.of(settings, test.getRequiredTestClass());
        FaultPlan faults = FaultPlans.of(test);
        String provider = TestStores.chosenProvider(test);
        faults.pause();
        TestScope scope;
        if (provider == null) {
            scope = new TestScope(
                    prepared(test, settings, preparation).stowage().branch(faults), null, faults);
        } else {
            scope = new TestScope(null, TestStores.open(test, provider, preparation, List.of(faults)), faults);
        }
        faults.resume();
        return scope;
    }

    private static TestStores prepared(ExtensionContext test, StowageTest settings, Preparation preparation) {
        ExtensionContext context = test;
        while (context.getTestMethod().isPresent()) {
            context = context.getParent().orElseThrow();
        }
        ExtensionContext ofClass = context;
        return TestStores.kept(ofClass)
                .getOrComputeIfAbsent(
                        preparation,
                        key -> TestStores.open(ofClass, settings.provider(), preparation, List.of()),
                        TestStores.class);
    }

    Stowage stowage() {
        return branch == null ? Objects.requireNonNull(own).stowage() : branch.stowage();
    }

    StowageBranch branch() {
        if (branch == null) {
            throw new ExtensionConfigurationException(
                    "a test with @OnEveryProvider writes to the stores themselves, so it has no branch");
        }
        return branch;
    }

    FaultPlan faults() {
        return faults;
    }

    @Override
    public void close() {
        faults.pause();
        if (branch != null) {
            branch.close();
        }
        if (own != null) {
            own.close();
        }
    }
}
