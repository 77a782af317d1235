package org.stowage.internal.repository;

import jakarta.data.page.CursoredPage;
import jakarta.data.page.Page;
import java.lang.reflect.Type;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a method that finds returns.
 *
 * @param kind one or many, and in which shape
 * @param element of what
 */
record ResultForm(Kind kind, Class<?> element) {

    enum Kind {
        ONE,
        OPTIONAL,
        LIST,
        STREAM,
        ARRAY,
        PAGE,
        CURSORED_PAGE
    }

    static ResultForm of(Types types, Type returned) {
        Class<?> raw = types.raw(returned);
        // Bytes are one value.
        if (raw == byte[].class) {
            return new ResultForm(Kind.ONE, raw);
        }
        Kind kind = kind(raw);
        return new ResultForm(
                kind,
                kind == Kind.ONE
                        ? raw
                        : types.element(returned).<Class<?>>map(types::raw).orElse(Object.class));
    }

    private static Kind kind(Class<?> raw) {
        if (raw.isArray()) {
            return Kind.ARRAY;
        }
        if (raw == Optional.class) {
            return Kind.OPTIONAL;
        }
        if (raw == List.class || raw == Collection.class || raw == Iterable.class) {
            return Kind.LIST;
        }
        if (raw == Stream.class) {
            return Kind.STREAM;
        }
        if (raw == Page.class) {
            return Kind.PAGE;
        }
        return raw == CursoredPage.class ? Kind.CURSORED_PAGE : Kind.ONE;
    }

    boolean paged() {
        return kind == Kind.PAGE || kind == Kind.CURSORED_PAGE;
    }
}
