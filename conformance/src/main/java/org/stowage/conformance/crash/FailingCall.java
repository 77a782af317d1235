package org.stowage.conformance.crash;

import java.io.File;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.file.Path;

/** A call to the system that can be made to fail, and how this process makes one of its own, on a file that nobody needs. */
enum FailingCall {
    PWRITE64("pwrite64") {
        @Override
        void make(Path file, RandomAccessFile open) throws IOException {
            open.getChannel().write(ByteBuffer.allocate(1), 0);
        }
    },
    WRITE("write") {
        @Override
        void make(Path file, RandomAccessFile open) throws IOException {
            open.seek(0);
            open.write(0);
        }
    },
    PREAD64("pread64") {
        @Override
        void make(Path file, RandomAccessFile open) throws IOException {
            open.getChannel().read(ByteBuffer.allocate(1), 0);
        }
    },
    FSYNC("fsync") {
        @Override
        void make(Path file, RandomAccessFile open) throws IOException {
            open.getFD().sync();
        }
    },
    FTRUNCATE("ftruncate") {
        @Override
        void make(Path file, RandomAccessFile open) throws IOException {
            open.setLength(1);
        }
    },
    UNLINK("unlink") {
        @Override
        void make(Path file, RandomAccessFile open) throws IOException {
            File gone = new File(file + ".gone");
            gone.createNewFile();
            if (!gone.delete()) {
                throw new IOException("not deleted");
            }
        }
    };

    private final String text;

    FailingCall(String text) {
        this.text = text;
    }

    /** Returns what the system calls it. */
    String text() {
        return text;
    }

    /** Makes one such call, and no more. */
    abstract void make(Path file, RandomAccessFile open) throws IOException;
}
