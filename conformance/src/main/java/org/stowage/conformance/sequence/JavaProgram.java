package org.stowage.conformance.sequence;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.stowage.conformance.ProviderHarness;
import org.stowage.conformance.model.ModelStore;
import org.stowage.conformance.question.Answers;
import org.stowage.conformance.question.Question;
import org.stowage.spi.PersistenceProvider;
import org.stowage.spi.query.Condition;
import org.stowage.spi.query.Conditions;
import org.stowage.spi.schema.EntitySchema;
import org.stowage.spi.value.Row;

/**
 * Writes a sequence down as a program against the SPI, with what the model expects at each step. Nothing but the SPI and the provider is
 * needed to compile and run it; it ends with an {@code AssertionError} at the first step that goes another way.
 */
final class JavaProgram {

    private static final Path SOME_FOLDER = Path.of("/the-folder");

    private final ProviderHarness harness;
    private final long seed;
    private final StringBuilder steps = new StringBuilder();
    private int number;

    JavaProgram(ProviderHarness harness, long seed) {
        this.harness = harness;
        this.seed = seed;
    }

    String of(Sequence sequence) {
        EntitySchema schema = sequence.schema();
        ModelStore committed = new ModelStore(schema);
        @Nullable ModelStore written = null;
        for (Step step : sequence.steps()) {
            ModelStore seen = written == null ? committed : written;
            switch (step) {
                case Step.Write write -> {
                    written = written == null ? committed.copy() : written;
                    ModelStore.Outcome outcome = written.apply(write.change());
                    write(write, outcome);
                    written = outcome.error() == null ? written : null;
                }
                case Step.Ask ask -> ask(seen, ask);
                case Step.AskBeside ask -> line("askBeside", question(committed, ask.question(), 0));
                case Step.Look look -> line("look", row(seen.get(look.key())) + ", " + JavaText.of(look.key()));
                case Step.Commit commit -> {
                    committed = seen;
                    written = null;
                    line("commit", "");
                }
                case Step.RollBack rollBack -> {
                    written = null;
                    line("rollBack", "");
                }
                case Step.Reopen reopen -> {
                    written = null;
                    line("reopen", "");
                }
            }
        }
        line("commit", "");
        ask(written == null ? committed : written, new Step.Ask(Question.sorted(schema.name()), 0, false));
        return filled(sequence);
    }

    private String filled(Sequence sequence) {
        PersistenceProvider provider = harness.provider();
        String name = Objects.requireNonNullElse(
                provider.getClass().getCanonicalName(), provider.getClass().getName());
        return template()
                .replace("$seed", Long.toString(seed))
                .replace("$provider", name)
                .replace("$location", location())
                .replace("$options", JavaText.of(Map.copyOf(sequence.options())))
                .replace("$schema", JavaText.of(sequence.schema()))
                .replace("$steps", steps.toString().stripTrailing());
    }

    private static String template() {
        try (InputStream template = JavaProgram.class.getResourceAsStream("FailingCase.java.template")) {
            return new String(Objects.requireNonNull(template).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the location in a folder as an expression that begins with it. */
    private String location() {
        return harness.location(SOME_FOLDER)
                .map(location -> JavaText.of((Object) location).replace(SOME_FOLDER.toString(), "\" + folder + \""))
                .orElse("null");
    }

    private void write(Step.Write write, ModelStore.Outcome outcome) {
        List<String> changes = (write.rowByRow() ? Batches.rowByRow(write.change()) : List.of(write.change()))
                .stream().map(JavaText::of).toList();
        String error = outcome.error() == null ? "null" : outcome.error().getCanonicalName() + ".class";
        line("write", outcome.count() + ", " + error + ", " + String.join(", ", changes));
    }

    private void ask(ModelStore model, Step.Ask ask) {
        Question question = ask.question();
        line("ask", question(model, question, ask.page()));
        if (ask.parts()) {
            Condition condition = question.condition();
            Condition not = new Condition.Not(condition);
            for (Condition part : List.of(condition, not, new Condition.Or(List.of(condition, not)))) {
                Object[] arguments = Conditions.parametersOf(part).isEmpty()
                        ? new Object[0]
                        : question.arguments().toArray();
                line("ask", question(model, Question.where(question.entity(), part, arguments), 0));
            }
        }
    }

    private static String question(ModelStore model, Question question, int page) {
        List<Row> expected = Answers.wanted(model.answer(question), model.schema(), question);
        String sorts = question.sorts().stream().map(JavaText::of).collect(Collectors.joining(", ", "List.of(", ")"));
        String fields = question.fields().stream()
                .map(field -> JavaText.of((Object) field))
                .collect(Collectors.joining(", ", "Set.of(", ")"));
        return JavaText.of(expected)
                + ",\n            Query.of(SCHEMA, " + JavaText.of(question.condition())
                + ", " + sorts + ", " + fields + "),\n            " + JavaText.of(question.arguments())
                + ", " + question.offset() + "L, " + question.limit() + "L, " + page;
    }

    private static String row(Optional<Row> row) {
        return row.map(JavaText::of).map(text -> "Optional.of(" + text + ")").orElse("Optional.<Row>empty()");
    }

    private void line(String method, String arguments) {
        number++;
        steps.append("        step = ")
                .append(number)
                .append(";\n        ")
                .append(method)
                .append('(')
                .append(arguments)
                .append(");\n");
    }
}
