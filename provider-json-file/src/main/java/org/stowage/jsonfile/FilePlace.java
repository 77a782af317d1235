package org.stowage.jsonfile;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Says where in a file a byte is, as editors do: file, line and column, both from 1, columns in characters. */
final class FilePlace {

    private FilePlace() {}

    /**
     * Returns the place, for which the file is read again.
     *
     * @param position which byte, from 0, a byte order mark not counted
     */
    static String of(Folder folder, String name, long position) {
        String file = folder.place(name);
        try (InputStream in = new BufferedInputStream(folder.read(name))) {
            in.mark(3);
            if (in.read() != 0xef || in.read() != 0xbb || in.read() != 0xbf) {
                in.reset();
            }
            long line = 1;
            long column = 1;
            for (long at = 0; at < position; at++) {
                int value = in.read();
                if (value < 0) {
                    break;
                }
                if (value == '\n') {
                    line++;
                    column = 1;
                } else if ((value & 0xc0) != 0x80) {
                    // What continues a character is no column of its own.
                    column++;
                }
            }
            return file + ":" + line + ":" + column;
        } catch (IOException e) {
            return file + " at byte " + position;
        }
    }
}
