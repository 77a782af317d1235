package org.stowage.launcher.command;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import org.stowage.ProviderRegistry;
import org.stowage.StowageBuilder;
import org.stowage.launcher.Progress;
import org.stowage.launcher.Surroundings;
import org.stowage.launcher.output.OutputFormat;
import org.stowage.launcher.output.RowWriter;
import org.stowage.launcher.store.OpenStores;
import org.stowage.launcher.store.ProviderFolder;
import org.stowage.launcher.store.ProviderSearch;
import org.stowage.launcher.store.StoreChoice;
import org.stowage.launcher.store.StoreFinder;
import org.stowage.launcher.store.StoreRequest;
import org.stowage.query.Column;

/**
 * What every command works with.
 *
 * @param surroundings what is around the launcher
 * @param global what was said to the command as to any other
 * @param comparing the comparison of answers that the command line asks for
 */
public record CommandContext(Surroundings surroundings, GlobalOptions global, Comparing comparing) {

    /** Creates the context of a command. */
    public CommandContext(Surroundings surroundings, GlobalOptions global) {
        this(surroundings, global, new Comparing(surroundings, global));
    }

    /** Fails if an answer that was compared was wrong; called when the command is done. */
    public void finish() {
        comparing.finish();
    }

    /** Returns the providers, in a registry that the caller closes. */
    ProviderRegistry registry() {
        return ProviderSearch.search(surroundings, global.providers(), global.preferred(), global.require());
    }

    /** Returns the providers whatever they must have to be used, in a registry that the caller closes. */
    ProviderRegistry registryOfAll() {
        return ProviderSearch.search(surroundings, global.providers(), global.preferred(), "nothing");
    }

    /** Returns the folders in which they are looked for. */
    List<Path> foldersOfProviders() {
        return ProviderFolder.all(surroundings, global.providers()).stream()
                .map(ProviderFolder::path)
                .toList();
    }

    /** Opens the store that is meant; the caller closes it. */
    OpenStores open(StoreRequest request, boolean create) {
        StoreFinder finder = new StoreFinder(surroundings);
        return open(finder, finder.choose(request), request, create);
    }

    OpenStores open(StoreFinder finder, StoreChoice choice, StoreRequest request, boolean create) {
        debug(
                switch (choice) {
                    case StoreChoice.One one -> "the store is '" + one.url() + "', as " + one.source() + " says";
                    case StoreChoice.Described described -> "the stores are those that " + described.source() + " says";
                });
        return OpenStores.open(
                builder().create(create), registry(), finder, choice, request.options(), surroundings.environment());
    }

    /** Starts the description of stores, whose answers are compared if the command line says so. */
    StowageBuilder builder() {
        return comparing.builder();
    }

    void debug(String message) {
        if (global.debug()) {
            surroundings.errors().println("stowage: " + message);
        }
    }

    /** Begins long work on bytes or rows. */
    Progress progress(String task, long total, String unit, long unitSize) {
        return Progress.of(surroundings, task, total, unit, unitSize);
    }

    /** Prints lines on standard output. */
    void print(String text) {
        try (Printing output = new Printing(surroundings)) {
            output.write(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Prints rows on standard output. */
    void print(OutputFormat format, List<Column> columns, Rows rows) {
        print(rows, output -> format.writer(columns, output));
    }

    /** Prints rows on standard output, also in a table with each value whole. */
    void printWhole(OutputFormat format, List<Column> columns, Rows rows) {
        print(rows, output -> format.writer(columns, output, Integer.MAX_VALUE));
    }

    private void print(Rows rows, Function<Writer, RowWriter> writers) {
        try (Printing output = new Printing(surroundings)) {
            RowWriter writer = writers.apply(output);
            rows.writeTo(writer);
            writer.end();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What is printed. */
    @FunctionalInterface
    interface Rows {
        void writeTo(RowWriter writer) throws IOException;
    }

    /** Standard output as characters; closing it only flushes, because others may print afterwards. */
    private static final class Printing extends Writer {
        private final Writer output;

        Printing(Surroundings surroundings) {
            this.output = new OutputStreamWriter(surroundings.output(), StandardCharsets.UTF_8);
        }

        @Override
        public void write(char[] buffer, int offset, int length) throws IOException {
            output.write(buffer, offset, length);
        }

        @Override
        public void flush() throws IOException {
            output.flush();
        }

        @Override
        public void close() throws IOException {
            output.flush();
        }
    }
}
