package org.example.flawed;

import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.ClosedByInterruptException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.stowage.spi.engine.Engine;
import org.stowage.spi.engine.EngineBuilder;
import org.stowage.spi.engine.Snapshot;
import org.stowage.spi.error.CommitUnknownException;
import org.stowage.spi.error.CorruptStoreException;
import org.stowage.spi.error.ErrorContext;
import org.stowage.spi.error.StoreException;
import org.stowage.spi.error.StoreUnavailableException;
import org.stowage.spi.schema.EntitySchema;
import org.stowage.spi.schema.SchemaCode;
import org.stowage.spi.value.CanonicalJson;
import org.stowage.spi.value.Row;
import org.stowage.spi.value.ValueType;

/** All that a store holds, in one file that is replaced as a whole: for each entity a line with its shape, one for each row, and an empty one. */
final class StateFile {

    private final String store;
    private final Path path;

    StateFile(String store, Path path) {
        this.store = store;
        this.path = path;
    }

    /** Gives what the file holds to an engine; nothing if there is no file. */
    void readInto(EngineBuilder engine) {
        try {
            Iterator<String> lines =
                    (Files.exists(path) ? Files.readAllLines(path) : List.<String>of()).iterator();
            while (lines.hasNext()) {
                EntitySchema schema = SchemaCode.decode(lines.next());
                List<Row> rows = new ArrayList<>();
                for (String line = lines.next(); !line.isEmpty(); line = lines.next()) {
                    rows.add(schema.check((Row) CanonicalJson.decode(whole(schema), line)));
                }
                engine.load(schema, rows.iterator());
            }
        } catch (CharacterCodingException | NoSuchElementException | StoreException e) {
            throw new CorruptStoreException(
                    ErrorContext.of(store), "store '" + store + "': '" + path + "' cannot be read: " + e.getMessage(), e);
        } catch (IOException e) {
            throw new StoreUnavailableException(
                    ErrorContext.of(store), "store '" + store + "': '" + path + "' cannot be read: " + e.getMessage(), e);
        }
    }

    /** Replaces the file by what the engine holds now, and returns when that is on the disk. */
    synchronized void write(Engine engine) {
        Snapshot state = engine.snapshot();
        StringBuilder lines = new StringBuilder();
        for (EntitySchema schema : state.schemas()) {
            lines.append(SchemaCode.encode(schema)).append('\n');
            state.rows(schema.name())
                    .forEachRemaining(row -> lines.append(CanonicalJson.encode(whole(schema), row)).append('\n'));
            lines.append('\n');
        }
        Path next = path.resolveSibling(path.getFileName() + ".next");
        try {
            // No channel, which a thread that is interrupted would close.
            try (FileOutputStream out = new FileOutputStream(next.toFile())) {
                out.write(lines.toString().getBytes(StandardCharsets.UTF_8));
                out.getFD().sync();
            }
            Files.move(next, path, StandardCopyOption.ATOMIC_MOVE);
            flushFolder();
        } catch (IOException e) {
            throw new CommitUnknownException(
                    ErrorContext.of(store),
                    "store '" + store + "': '" + path + "' cannot be written; open the store again to see what it holds",
                    e);
        }
    }

    /** Makes the new name last. There is nothing but a channel for that. */
    private void flushFolder() throws IOException {
        boolean interrupted = Thread.interrupted();
        try (FileChannel folder = FileChannel.open(path.getParent(), StandardOpenOption.READ)) {
            folder.force(true);
        } catch (ClosedByInterruptException e) {
            flushFolder();
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static ValueType whole(EntitySchema schema) {
        return new ValueType.Struct(schema.fields());
    }
}
