package org.stowage.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How often a contender lets the disk be flushed for a commit, as strace shows it. */
public final class FlushedCommits implements Probe {

    private static final int COMMITS = 100;
    private static final String TRACED =
            "trace=fsync,fdatasync,msync,sync_file_range,openat,close,write,writev,pwrite64,pwritev";
    private static final Pattern FLUSH = Pattern.compile("^[0-9]+ +(?:fsync|fdatasync|msync|sync_file_range)\\(.*");
    private static final Pattern OPENED = Pattern.compile("^[0-9]+ +openat\\(.*O_D?SYNC.*= ([0-9]+)$");
    private static final Pattern CLOSED = Pattern.compile("^[0-9]+ +close\\(([0-9]+)\\).*");
    private static final Pattern WRITTEN = Pattern.compile("^[0-9]+ +p?writev?(?:64)?\\(([0-9]+),.*");

    private double perCommit;

    /** Makes a probe. */
    public FlushedCommits() {}

    /**
     * Inserts rows, each in a transaction of its own.
     *
     * @param arguments who, and how many
     */
    public static void main(String[] arguments) throws Exception {
        try (Arena arena = Arena.open(Entrant.valueOf(arguments[0]), Indexes.CATEGORY)) {
            for (Product product : Catalogue.products(Integer.parseInt(arguments[1]))) {
                arena.contender().insert(product);
            }
            // What is flushed when it is closed is no commit's.
            Runtime.getRuntime().halt(0);
        }
    }

    /** Counts before it is anybody's turn: what others do at the same time changes no count. */
    @Override
    public void begin(Map<String, String> parameters) throws Exception {
        String entrant = parameters.getOrDefault("entrant", "");
        perCommit = (flushes(entrant, COMMITS) - flushes(entrant, 0)) / (double) COMMITS;
    }

    @Override
    public double measure(Map<String, String> parameters) {
        return perCommit;
    }

    private static int flushes(String entrant, int commits) throws IOException, InterruptedException {
        Path trace = Files.createTempFile(Arena.parent(), "strace-", ".txt");
        List<String> command =
                new ArrayList<>(List.of("strace", "-f", "-s", "0", "-e", TRACED, "-o", trace.toString()));
        command.addAll(JavaCommand.java());
        command.add("-D" + Arena.FOLDER + "=" + Arena.parent());
        command.addAll(List.of(FlushedCommits.class.getName(), entrant, Integer.toString(commits)));
        Process process = new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        if (process.waitFor() != 0) {
            throw new IOException("strace ended with '" + process.exitValue() + "'");
        }
        int flushes = count(trace);
        Files.delete(trace);
        return flushes;
    }

    /** Counts calls that flush, and writes to files whose every write is flushed. */
    private static int count(Path trace) throws IOException {
        int flushes = 0;
        Set<String> flushed = new HashSet<>();
        for (String line : Files.readAllLines(trace)) {
            Matcher opened = OPENED.matcher(line);
            Matcher closed = CLOSED.matcher(line);
            Matcher written = WRITTEN.matcher(line);
            if (opened.matches()) {
                flushed.add(opened.group(1));
            } else if (closed.matches()) {
                flushed.remove(closed.group(1));
            } else if (FLUSH.matcher(line).matches() || (written.matches() && flushed.contains(written.group(1)))) {
                flushes++;
            }
        }
        return flushes;
    }
}
