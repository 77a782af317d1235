package org.stowage.internal.methodname;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import org.stowage.spi.query.Expression;

/**
 * How attributes are written in the name of a method: {@code City}, and for one that is within another {@code AddressCity} or
 * {@code Address_city}. Case does not matter unless attributes differ in it alone.
 */
final class Spellings {

    private static final String ID = "Id";

    private final List<Spelling> spellings = new ArrayList<>();
    private final List<String> shown;

    /** An attribute, and how it may be written. */
    record Spelling(String text, Expression.Path path) {

        boolean standsAt(String name, int at) {
            return name.regionMatches(true, at, text, 0, text.length());
        }

        boolean standsExactlyAt(String name, int at) {
            // The first letter is a capital in the name of a method, and small in that of the attribute.
            return name.startsWith(text.substring(1), at + 1);
        }
    }

    Spellings(NamedEntity entity) {
        for (Expression.Path path : entity.attributes()) {
            StringBuilder joined = new StringBuilder();
            path.names().forEach(name -> joined.append(capitalised(name)));
            spellings.add(new Spelling(joined.toString(), path));
        }
        if (spellings.stream().noneMatch(each -> each.text().equalsIgnoreCase(ID))) {
            spellings.add(new Spelling(ID, entity.id()));
        }
        shown = spellings.stream().map(Spelling::text).toList();
        for (Expression.Path path : entity.attributes()) {
            if (!path.simple()) {
                spellings.add(new Spelling(capitalised(String.join("_", path.names())), path));
            }
        }
        spellings.sort(
                Comparator.comparingInt((Spelling each) -> each.text().length()).reversed());
    }

    private static String capitalised(String name) {
        return Character.toUpperCase(name.charAt(0)) + name.substring(1);
    }

    /** Returns how the attributes are written, for messages. */
    List<String> shown() {
        return shown;
    }

    /**
     * Returns what may be meant at a place, the longest first. An attribute of the entity hides one within another that is written in the
     * same way, and one that agrees in case hides one that does not.
     */
    List<Spelling> at(String name, int at) {
        List<Spelling> matching =
                spellings.stream().filter(each -> each.standsAt(name, at)).toList();
        return preferred(preferred(matching, each -> each.path().simple()), each -> each.standsExactlyAt(name, at));
    }

    private static List<Spelling> preferred(List<Spelling> matching, Predicate<Spelling> better) {
        return matching.stream()
                .filter(each -> better.test(each)
                        || matching.stream()
                                .noneMatch(other ->
                                        other.text().length() == each.text().length() && better.test(other)))
                .toList();
    }
}
