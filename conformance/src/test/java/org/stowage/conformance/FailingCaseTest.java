package org.stowage.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.spi.ToolProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.stowage.conformance.sequence.Failure;
import org.stowage.conformance.sequence.QueryTrial;
import org.stowage.conformance.sequence.SequenceTrial;
import org.stowage.conformance.sequence.Trials;
import org.stowage.layers.forwarding.ForwardingStore;
import org.stowage.layers.forwarding.ForwardingTransaction;
import org.stowage.spi.Access;
import org.stowage.spi.PersistenceProvider;
import org.stowage.spi.ProviderInfo;
import org.stowage.spi.Store;
import org.stowage.spi.StoreConfig;
import org.stowage.spi.StoreOption;
import org.stowage.spi.Transaction;
import org.stowage.spi.change.Change;
import org.stowage.spi.change.ChangeResult;
import org.stowage.spi.error.ErrorContext;
import org.stowage.spi.error.ExistsException;

/** A random case that goes wrong is made small, and printed as a program that goes wrong in the same way. */
class FailingCaseTest {

    private static final long SEED = 1;
    private static final long ATTEMPTS = 2_000;

    @TempDir
    private Path folder;

    @AfterEach
    void forgetTheFault() {
        System.clearProperty(BrokenProvider.FAULT);
    }

    @Test
    void aSequenceIsShrunkToWhatMatters() {
        ProviderHarness broken = new BrokenProviderTest.Broken(Fault.COUNT_OFF_ON_NO_OP_UPDATES);
        Failure failure = Trials.run(() -> new SequenceTrial(broken, folder), SEED, ATTEMPTS)
                .orElseThrow();

        // A row of nothing but its key, and the update that leaves it as it is.
        assertThat(failure.difference())
                .contains("step 2: outcome")
                .contains("count=1")
                .contains("count=0");
        assertThat(failure.source()).doesNotContain("step = 5").doesNotContain(".optional(");
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {"COUNT_OFF_ON_NO_OP_UPDATES", "NULLS_LAST", "TRIMMED_TEXT", "UNSTABLE_TIES"})
    void aSequenceIsPrintedAsAProgramThatFailsAsWell(Fault fault) throws Exception {
        ProviderHarness broken = new BrokenProviderTest.Broken(fault);
        failsAsAProgram(fault, Trials.run(() -> new SequenceTrial(broken, folder), SEED, ATTEMPTS));
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {"WRONG_BETWEEN", "NOT_UNKNOWN_IS_TRUE", "CURSOR_SKIPPING_TIES", "UNDERSCORE_AS_UTF16_UNIT"})
    void aQueryIsPrintedAsAProgramThatFailsAsWell(Fault fault) throws Exception {
        ProviderHarness broken = new BrokenProviderTest.Broken(fault);
        failsAsAProgram(fault, Trials.run(() -> new QueryTrial(broken, folder), SEED, ATTEMPTS));
    }

    @Test
    void rowsOfQueriesThatAreRefusedAreACaseAsWell() {
        Failure failure =
                Trials.run(() -> new QueryTrial(new Refused(), folder), SEED, 1).orElseThrow();

        assertThat(failure.difference()).contains("step 1: outcome").contains(ExistsException.class.getName());
    }

    private record Refused() implements ProviderHarness {

        @Override
        public PersistenceProvider provider() {
            return new Refusing(new Harnesses.Memory().provider());
        }

        @Override
        public Optional<String> location(Path folder) {
            return Optional.empty();
        }
    }

    /** Says of every row that is written that it is there already. */
    private record Refusing(PersistenceProvider sound) implements PersistenceProvider {

        @Override
        public ProviderInfo info() {
            return sound.info();
        }

        @Override
        public List<StoreOption> options() {
            return sound.options();
        }

        @Override
        public Store open(StoreConfig config) {
            return new ForwardingStore(sound.open(config)) {
                @Override
                public Transaction begin(Access access, Duration patience) {
                    return new ForwardingTransaction(super.begin(access, patience)) {
                        @Override
                        public ChangeResult apply(Change change) {
                            throw new ExistsException(ErrorContext.none(), "it exists");
                        }
                    };
                }
            };
        }
    }

    private void failsAsAProgram(Fault fault, Optional<Failure> failure) throws Exception {
        assertThat(failure).as("a random case on which %s shows", fault).isPresent();
        Method main = compiled(failure.orElseThrow().source());

        System.setProperty(BrokenProvider.FAULT, fault.name());
        assertThatThrownBy(() -> main.invoke(null, (Object) new String[0]))
                .isInstanceOf(InvocationTargetException.class)
                .cause()
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("expected");
        System.setProperty(BrokenProvider.FAULT, Fault.NONE.name());
        main.invoke(null, (Object) new String[0]);
    }

    private Method compiled(String source) throws IOException, ReflectiveOperationException {
        Path file = Files.writeString(folder.resolve("FailingCase.java"), source);
        Path classes = Files.createDirectories(folder.resolve("classes"));
        int status = ToolProvider.findFirst("javac")
                .orElseThrow()
                .run(
                        System.out,
                        System.err,
                        "-d",
                        classes.toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        file.toString());
        assertThat(status).as("exit status of javac for%n%s", source).isZero();
        URLClassLoader loader =
                new URLClassLoader(new URL[] {classes.toUri().toURL()}, FailingCaseTest.class.getClassLoader());
        return loader.loadClass("FailingCase").getMethod("main", String[].class);
    }
}
