package org.stowage.internal.repository;

import jakarta.data.Limit;
import jakarta.data.Order;
import jakarta.data.Sort;
import jakarta.data.page.PageRequest;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The parameters of a method that say which part of a result is wanted in which order. */
final class SpecialParameters {

    private final List<Integer> sorts = new ArrayList<>();
    private int limit = -1;
    private int page = -1;

    /** Returns whether a type is that of a special parameter. */
    static boolean special(Class<?> type) {
        return type == Limit.class
                || type == PageRequest.class
                || type == Order.class
                || type == Sort.class
                || type == Sort[].class;
    }

    static SpecialParameters of(RepositoryMethod method) {
        SpecialParameters special = new SpecialParameters();
        int order = -1;
        for (int i = 0; i < method.parameters().length; i++) {
            Class<?> type = method.parameter(i);
            if (type == Limit.class) {
                special.limit = single(special.limit, i, "Limit");
            } else if (type == PageRequest.class) {
                special.page = single(special.page, i, "PageRequest");
            } else if (type == Order.class) {
                order = single(order, i, "Order");
                special.sorts.add(i);
            } else if (special(type)) {
                special.sorts.add(i);
            }
        }
        if (special.limit >= 0 && special.page >= 0) {
            throw new PlanException("it takes a Limit and a PageRequest; take one of them");
        }
        boolean paged = method.form().paged();
        if (paged && special.page < 0) {
            throw new PlanException("it returns a page and takes no PageRequest; add the parameter");
        }
        return special;
    }

    private static int single(int before, int index, String type) {
        if (before >= 0) {
            throw new PlanException("it takes " + type + " twice; take it once");
        }
        return index;
    }

    boolean any() {
        return limit >= 0 || page >= 0 || !sorts.isEmpty();
    }

    boolean paged() {
        return page >= 0;
    }

    boolean limited() {
        return limit >= 0 || page >= 0;
    }

    @Nullable Limit limit(@Nullable Object[] call) {
        return limit < 0 ? null : (Limit) required(call[limit], "Limit");
    }

    @Nullable PageRequest page(@Nullable Object[] call) {
        return page < 0 ? null : (PageRequest) required(call[page], "PageRequest");
    }

    /** Returns the order that a call asks for. */
    List<Sort<?>> sorts(@Nullable Object[] call) {
        if (sorts.isEmpty()) {
            return List.of();
        }
        List<Sort<?>> asked = new ArrayList<>();
        for (int index : sorts) {
            Object given = required(call[index], "order");
            if (given instanceof Sort<?> sort) {
                asked.add(sort);
            } else if (given instanceof Order<?> order) {
                order.forEach(asked::add);
            } else {
                for (Sort<?> sort : (Sort<?>[]) given) {
                    asked.add((Sort<?>) required(sort, "Sort"));
                }
            }
        }
        return asked;
    }

    private static Object required(@Nullable Object argument, String what) {
        if (argument == null) {
            throw new NullPointerException(
                    "the " + what + " is null; leave it out by another method, or give one that says so");
        }
        return argument;
    }
}
