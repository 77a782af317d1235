package org.stowage.launcher.output;

import java.util.Map;
import org.stowage.layers.overlay.OverlayDifference;
import org.stowage.layers.overlay.OverlayDifference.EntityDifference;
import org.stowage.spi.schema.SchemaChange;

/** What a branch has changed, for people. */
public final class DifferenceText {

    private DifferenceText() {}

    /**
     * Returns a line for each change of shape and each entity whose rows have changed.
     *
     * @param differences by the name of the store; {@code *} is the only one
     */
    public static String of(Map<String, OverlayDifference> differences) {
        StringBuilder text = new StringBuilder();
        differences.forEach((store, difference) -> {
            String begin = store.equals("*") ? "  " : "  " + store + ", ";
            difference
                    .shapes()
                    .forEach(change -> text.append(begin).append(shown(change)).append('\n'));
            difference
                    .entities()
                    .forEach(entity -> text.append(begin).append(shown(entity)).append('\n'));
        });
        return text.isEmpty() ? "  nothing\n" : text.toString();
    }

    private static String shown(EntityDifference entity) {
        return entity.schema().name() + ": " + entity.added().size() + " added, "
                + entity.changed().size() + " changed, " + entity.removed().size() + " removed";
    }

    private static String shown(SchemaChange change) {
        String entity = change.entity();
        return switch (change) {
            case SchemaChange.CreateEntity create -> entity + ": new entity";
            case SchemaChange.DropEntity drop -> entity + ": entity removed";
            case SchemaChange.RenameEntity rename -> entity + ": renamed to " + rename.to();
            case SchemaChange.AddField add -> entity + ": field " + add.field().name() + " added";
            case SchemaChange.DropField drop -> entity + ": field " + drop.field() + " removed";
            case SchemaChange.RenameField rename -> entity + ": field " + rename.field() + " renamed to " + rename.to();
            case SchemaChange.WidenField widen ->
                entity + ": field " + widen.field().name() + " now "
                        + widen.field().type().describe() + (widen.field().nullable() ? "?" : "");
            case SchemaChange.CreateIndex create ->
                entity + ": index (" + String.join(", ", create.index().fields()) + ") added";
            case SchemaChange.DropIndex drop ->
                entity + ": index (" + String.join(", ", drop.index().fields()) + ") removed";
        };
    }
}
