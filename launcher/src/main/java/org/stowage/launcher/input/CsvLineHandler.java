package org.stowage.launcher.input;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects the cells of a line, and tells an empty text, which is quoted, from no value. */
final class CsvLineHandler extends AbstractBaseCsvCallbackHandler<CsvLine> {

    private List<@Nullable Object> cells = new ArrayList<>();

    @Override
    protected void handleBegin(long startingLine) {
        cells = new ArrayList<>(cells.size());
    }

    @Override
    protected void handleField(int index, char[] buffer, int offset, int length, boolean quoted) {
        cells.add(length == 0 && !quoted ? null : new String(buffer, offset, length));
    }

    @Override
    protected CsvLine buildRecord() {
        return new CsvLine(getStartingLineNumber(), cells);
    }
}
