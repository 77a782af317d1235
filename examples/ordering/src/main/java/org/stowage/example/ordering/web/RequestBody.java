package org.stowage.example.ordering.web;

import io.javalin.http.Context;
import java.math.BigDecimal;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** The JSON object in the body of a request, read strictly: what is missing, of another type or not known is refused. */
final class RequestBody {

    private final JsonNode object;

    private RequestBody(JsonNode object) {
        this.object = object;
    }

    /** Reads the body, which must be one object with no other members than these. */
    static RequestBody of(Context request, String... members) {
        JsonNode node;
        try {
            node = Json.MAPPER.readTree(request.bodyAsBytes());
        } catch (JacksonException e) {
            throw new BadRequestException("the body is not JSON: " + e.getOriginalMessage() + position(e));
        }
        if (node == null || !node.isObject()) {
            throw new BadRequestException("the body must be a JSON object with " + String.join(", ", members));
        }
        Set<String> unknown = new TreeSet<>(node.propertyNames());
        unknown.removeAll(Set.of(members));
        if (!unknown.isEmpty()) {
            throw new BadRequestException(
                    "parameter '" + Parameters.shortened(unknown.iterator().next())
                            + "' is not known; the parameters are " + String.join(", ", members));
        }
        return new RequestBody(node);
    }

    private static String position(JacksonException e) {
        return e.getLocation() == null
                ? ""
                : " (line " + e.getLocation().getLineNr() + ", column "
                        + e.getLocation().getColumnNr() + ")";
    }

    UUID uuid(String name) {
        return Parameters.uuid(name, text(name));
    }

    String text(String name) {
        JsonNode value = member(name);
        if (!value.isString()) {
            throw wrong(name, value, "a text");
        }
        return value.stringValue();
    }

    /** A text, or the empty one if the member is not there. */
    String optionalText(String name) {
        return object.has(name) ? text(name) : "";
    }

    /** An amount of money: a number, or a text that is one. */
    BigDecimal amount(String name) {
        JsonNode value = member(name);
        if (value.isNumber()) {
            return value.decimalValue();
        }
        if (value.isString() && value.stringValue().matches("[0-9]{1,9}(\\.[0-9]{1,9})?")) {
            return new BigDecimal(value.stringValue());
        }
        throw wrong(name, value, "an amount like 9.50");
    }

    /** A whole number. */
    int count(String name) {
        JsonNode value = member(name);
        if (!value.isIntegralNumber() || !value.canConvertToInt()) {
            throw wrong(name, value, "a whole number");
        }
        return value.intValue();
    }

    private JsonNode member(String name) {
        JsonNode value = object.get(name);
        if (value == null || value.isNull()) {
            throw new BadRequestException("parameter '" + name + "' is missing");
        }
        return value;
    }

    private static BadRequestException wrong(String name, JsonNode value, String expected) {
        return new BadRequestException(
                "parameter '" + name + "' is '" + Parameters.shortened(value.toString()) + "' and must be " + expected);
    }
}
