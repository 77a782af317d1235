package org.stowage.internal.jdql;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.stowage.spi.query.Expression;

/**
 * An update whose assignments to times with a zone are followed by those to the fields beside them that hold the zones, as the moment
 * alone would be shown in the zone of the moment before.
 *
 * @param update the update with all assignments
 * @param parameters the zones that it takes as parameters, by the names that they have in it
 */
public record ZoneAssignments(Statement.Update update, Map<String, Parameter> parameters) {

    private static final String UTC = "Z";

    /**
     * Where the zone of an attribute is stored.
     *
     * @param field where
     * @param offset whether it is an offset, not the name of a zone
     */
    public record Zone(Expression.Path field, boolean offset) {}

    /**
     * The zone of what a parameter is.
     *
     * @param of the name or ordinal of the parameter
     * @param offset whether its offset is wanted, not the name of the zone
     */
    public record Parameter(String of, boolean offset) {}

    /** Completes an update of an entity in which the attributes with these paths have zones. */
    public static ZoneAssignments of(Statement.Update update, Map<String, Zone> zones) {
        Map<String, Parameter> parameters = new LinkedHashMap<>();
        List<Statement.Assignment> all = new ArrayList<>(update.assignments());
        for (Statement.Assignment assignment : update.assignments()) {
            Term.Path target = assignment.target();
            Zone zone = zones.get(target.toString());
            if (zone != null) {
                Term.Path field = new Term.Path(zone.field().names(), target.at());
                Term value = assignment.value();
                all.add(new Statement.Assignment(
                        field, value == null ? null : zoneOf(value, zone, zones, update, parameters)));
            }
        }
        return new ZoneAssignments(
                new Statement.Update(update.source(), update.entity(), all, update.where()), parameters);
    }

    private static Term zoneOf(
            Term value,
            Zone target,
            Map<String, Zone> zones,
            Statement.Update update,
            Map<String, Parameter> parameters) {
        if (value instanceof Term.Parameter parameter) {
            // No name in a statement has a space.
            String name = parameter.name() + (target.offset() ? " offset" : " zone");
            parameters.put(name, new Parameter(parameter.name(), target.offset()));
            return new Term.Parameter(name, parameter.ordinal(), parameter.at());
        }
        @Nullable Zone source = value instanceof Term.Path path ? zones.get(path.toString()) : null;
        if (source == null) {
            return new Term.Text(UTC, value.at());
        }
        if (target.offset() && !source.offset()) {
            throw update.source()
                    .error(
                            value.at(),
                            "attribute '" + value + "' has a zone, where an offset is expected",
                            "give it as a parameter");
        }
        return new Term.Path(source.field().names(), value.at());
    }
}
