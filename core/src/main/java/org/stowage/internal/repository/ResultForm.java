package org.stowage.internal.repository;

import jakarta.data.page.CursoredPage;
import jakarta.data.page.Page;
import java.lang.reflect.Array;
import java.lang.reflect.Type;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Future;
import java.util.stream.BaseStream;
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

    /**
     * Makes sure that it is a form in which results come, if it says so.
     *
     * @throws PlanException if it is a set, say
     */
    void requireKnown() {
        boolean form = kind == Kind.ONE
                && (Iterable.class.isAssignableFrom(element)
                        || Iterator.class.isAssignableFrom(element)
                        || BaseStream.class.isAssignableFrom(element)
                        || Map.class.isAssignableFrom(element)
                        || Future.class.isAssignableFrom(element)
                        || CompletionStage.class.isAssignableFrom(element));
        if (form) {
            throw new PlanException("it returns " + element.getSimpleName()
                    + "; return one result or an Optional, List, array, Stream, Page or CursoredPage of them");
        }
    }

    /** Returns the only result in this form, which is none of the paged ones. */
    Object of(Object result) {
        return switch (kind) {
            case ONE -> result;
            case OPTIONAL -> Optional.of(result);
            case LIST -> List.of(result);
            case STREAM -> Stream.of(result);
            case ARRAY -> {
                Object array = Array.newInstance(element, 1);
                Array.set(array, 0, result);
                yield array;
            }
            case PAGE, CURSORED_PAGE -> throw new IllegalStateException("a page needs a request");
        };
    }

    boolean single() {
        return kind == Kind.ONE || kind == Kind.OPTIONAL;
    }

    boolean paged() {
        return kind == Kind.PAGE || kind == Kind.CURSORED_PAGE;
    }
}
