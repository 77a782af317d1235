package org.stowage.conformance.crash;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The program that writes down what another one asks of the system. */
final class Strace {

    private static final String CALLS =
            "openat,open,creat,lseek,write,pwrite64,writev,pwritev,pwritev2,ftruncate,truncate,fallocate,fsync,fdatasync,"
                    + "sync_file_range,rename,renameat,renameat2,unlink,unlinkat,link,linkat,mkdir,mkdirat";

    private static final int LARGEST_WRITE = 1 << 26;

    private Strace() {}

    /** Returns whether it is installed, and may do its work here. */
    static boolean works() throws InterruptedException {
        try {
            Process process = new ProcessBuilder("strace", "-f", "--seccomp-bpf", "-o", "/dev/null", "true")
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor(5, TimeUnit.MINUTES) && process.exitValue() == 0;
        } catch (IOException e) {
            return false;
        }
    }

    /** Returns a command that runs another and writes down what it does. */
    static List<String> watching(List<String> command, Path trace) {
        List<String> watched =
                new ArrayList<>(List.of("strace", "-f", "--seccomp-bpf", "-y", "-xx", "-e", "signal=none"));
        watched.addAll(List.of("-s", Integer.toString(LARGEST_WRITE), "-e", "trace=" + CALLS, "-o", trace.toString()));
        watched.addAll(command);
        return watched;
    }

    /** Returns a command that runs another, in each thread of which the call of a kind with some number fails, and each so many after it. */
    static List<String> failing(List<String> command, FailingCall call, String error, int first, int period) {
        List<String> failing =
                new ArrayList<>(List.of("strace", "-f", "--seccomp-bpf", "-e", "signal=none", "-o", "/dev/null"));
        failing.addAll(List.of("-e", "trace=" + call.text()));
        failing.addAll(List.of("-e", "inject=%s:error=%s:when=%d+%d".formatted(call.text(), error, first, period)));
        failing.addAll(command);
        return failing;
    }
}
