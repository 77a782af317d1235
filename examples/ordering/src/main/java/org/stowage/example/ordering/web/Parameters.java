package org.stowage.example.ordering.web;

import io.javalin.http.Context;
import jakarta.data.page.PageRequest;
import java.util.UUID;
import java.util.regex.Pattern;

/** What the path and the query of a request say. */
final class Parameters {

    private static final Pattern UUID_TEXT = Pattern.compile("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");
    private static final int DEFAULT_SIZE = 100;
    private static final int LARGEST_SIZE = 1_000;

    private Parameters() {}

    static UUID uuidInPath(Context request, String name) {
        return uuid(name, request.pathParam(name));
    }

    /** {@code UUID.fromString} alone would take {@code 1-1-1-1-1} as well. */
    static UUID uuid(String name, String text) {
        if (!UUID_TEXT.matcher(text).matches()) {
            throw new BadRequestException("parameter '" + name + "' is '" + shortened(text)
                    + "' and must be a UUID like 123e4567-e89b-12d3-a456-426614174000");
        }
        return UUID.fromString(text);
    }

    /** The page that {@code ?page=1&size=100} asks for. */
    static PageRequest page(Context request) {
        int page = number(request, "page", 1, 1_000_000);
        int size = number(request, "size", DEFAULT_SIZE, LARGEST_SIZE);
        return PageRequest.ofPage(page, size, false);
    }

    private static int number(Context request, String name, int otherwise, int largest) {
        String text = request.queryParam(name);
        if (text == null) {
            return otherwise;
        }
        if (!text.matches("[0-9]{1,7}") || Integer.parseInt(text) < 1 || Integer.parseInt(text) > largest) {
            throw new BadRequestException("parameter '" + name + "' is '" + shortened(text)
                    + "' and must be a whole number from 1 to " + largest);
        }
        return Integer.parseInt(text);
    }

    static String shortened(String text) {
        return text.length() <= 80 ? text : text.substring(0, 80) + "…";
    }
}
