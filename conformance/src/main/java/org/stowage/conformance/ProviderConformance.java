package org.stowage.conformance;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The whole contract of a provider. Its author extends this with one line, and runs it as any JUnit test:
 *
 * <pre>{@code
 * class MyProviderConformanceTest extends ProviderConformance {
 *     MyProviderConformanceTest() {
 *         super(new MyHarness());
 *     }
 * }
 * }</pre>
 *
 * <p>Every topic is a nested class, and a test that fails names the rule of the semantic contract that is broken. Nothing is left out in
 * silence: {@link ProviderHarness#optOuts} gives the reasons, and what a provider's {@link org.stowage.spi.Capabilities} and {@link Ability abilities} do not claim is tested to be absent. Random tests
 * print their seed; {@code -Dstowage.seed=…} repeats them, {@code -Dstowage.sequences=…} and the like set how many there are.
 *
 * <p>{@code -Dstowage.certificate=target/classes} writes a certificate into the folder of the provider's classes when all have passed, the
 * tests of {@link CrashConformance} included, which are run for that if the provider says its stores last.
 */
@ExtendWith(Certifying.class)
public abstract class ProviderConformance {

    private final ProviderHarness harness;

    /** Creates the tests of a provider. */
    protected ProviderConformance(ProviderHarness harness) {
        this.harness = harness;
    }

    @Nested
    final class Values extends ValuesTopic {
        Values() {
            super(harness);
        }
    }

    @Nested
    final class Conditions extends ConditionsTopic {
        Conditions() {
            super(harness);
        }
    }

    @Nested
    final class Calculations extends CalculationsTopic {
        Calculations() {
            super(harness);
        }
    }

    @Nested
    final class OrderAndPages extends OrderAndPagesTopic {
        OrderAndPages() {
            super(harness);
        }
    }

    @Nested
    final class Writes extends WritesTopic {
        Writes() {
            super(harness);
        }
    }

    @Nested
    final class Transactions extends TransactionsTopic {
        Transactions() {
            super(harness);
        }
    }

    @Nested
    final class Evolution extends EvolutionTopic {
        Evolution() {
            super(harness);
        }
    }

    @Nested
    final class LimitsAndNames extends LimitsAndNamesTopic {
        LimitsAndNames() {
            super(harness);
        }
    }

    @Nested
    final class Lifecycle extends LifecycleTopic {
        Lifecycle() {
            super(harness);
        }
    }

    @Nested
    final class Errors extends ErrorsTopic {
        Errors() {
            super(harness);
        }
    }

    @Nested
    final class Concurrency extends ConcurrencyTopic {
        Concurrency() {
            super(harness);
        }
    }

    @Nested
    final class Interruption extends InterruptionTopic {
        Interruption() {
            super(harness);
        }
    }

    @Nested
    final class Durability extends DurabilityTopic {
        Durability() {
            super(harness);
        }
    }

    @Nested
    final class Faults extends FaultsTopic {
        Faults() {
            super(harness);
        }
    }

    @Nested
    final class PushDown extends PushDownTopic {
        PushDown() {
            super(harness);
        }
    }

    @Nested
    final class Application extends ApplicationTopic {
        Application() {
            super(harness);
        }
    }

    @Nested
    final class RandomSequences extends RandomSequencesTopic {
        RandomSequences() {
            super(harness);
        }
    }
}
