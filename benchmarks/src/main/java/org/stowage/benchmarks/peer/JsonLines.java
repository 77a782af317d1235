package org.stowage.benchmarks.peer;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.stowage.benchmarks.Product;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;

/** A hash map whose changes are appended to a file, one line of JSON each, with one flush to the disk for each commit. */
public final class JsonLines extends SavedMap {

    private static final ObjectWriter WRITER = JsonMapper.shared().writerFor(Product.class);

    private final FileChannel file;

    /** Makes an empty one. */
    public JsonLines(Path path) {
        try {
            file = FileChannel.open(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    void save(List<Product> changed) throws IOException {
        ByteArrayOutputStream lines = new ByteArrayOutputStream();
        for (Product product : changed) {
            lines.writeBytes(WRITER.writeValueAsBytes(product));
            lines.write('\n');
        }
        ByteBuffer bytes = ByteBuffer.wrap(lines.toByteArray());
        while (bytes.hasRemaining()) {
            file.write(bytes);
        }
        file.force(false);
    }

    @Override
    public void close() {
        try {
            file.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
