package org.stowage.benchmarks.peer;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.stowage.benchmarks.Product;
import tools.jackson.databind.json.JsonMapper;

/** A hash map that is written whole at each commit: to another file, flushed to the disk, which then takes the place of the first. */
public final class RewrittenJson extends SavedMap {

    private final Path path;
    private final Path next;

    /** Makes an empty one. */
    public RewrittenJson(Path path) {
        this.path = path;
        this.next = path.resolveSibling(path.getFileName() + ".next");
    }

    @Override
    void save(List<Product> changed) throws IOException {
        Files.write(next, JsonMapper.shared().writeValueAsBytes(all().toList()));
        try (FileChannel file = FileChannel.open(next, StandardOpenOption.WRITE)) {
            file.force(true);
        }
        Files.move(next, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    @Override
    public void close() {}
}
