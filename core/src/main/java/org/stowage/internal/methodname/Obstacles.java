package org.stowage.internal.methodname;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.stowage.internal.methodname.Reading.Clause;
import org.stowage.internal.methodname.Reading.Item;
import org.stowage.spi.error.NearestName;

/** Says why a name cannot be read, and what was probably meant. */
final class Obstacles {

    private final String name;
    private final String entity;
    private final Spellings spellings;

    Obstacles(String name, String entity, Spellings spellings) {
        this.name = name;
        this.entity = entity;
        this.spellings = spellings;
    }

    String describe(Search.Obstacle obstacle) {
        if (obstacle.clause() != null) {
            return behind(obstacle.clause());
        }
        if (obstacle.item() != null) {
            return behind(obstacle.item());
        }
        return withoutAttribute(obstacle.at());
    }

    private String withoutAttribute(int at) {
        if (at == name.length()) {
            String last = Stream.of(Keywords.ORDER_BY, Keywords.BY, Keywords.AND, Keywords.OR)
                    .filter(name::endsWith)
                    .findFirst()
                    .orElse(name);
            return "its name ends with '" + last + "' where an attribute is expected to follow; name one, or leave '"
                    + last + "' out";
        }
        for (String comparison : List.of("LessThan", "GreaterThan")) {
            if (name.startsWith("Equal", at) && name.substring(0, at).endsWith(comparison + Keywords.OR)) {
                return "'OrEqual' at " + NameReader.position(at - Keywords.OR.length())
                        + " begins another condition; write '" + comparison + "Equal'";
            }
        }
        Optional<String> keyword = Keywords.at(name, at);
        if (keyword.isPresent()) {
            return "'" + keyword.get() + "' stands at " + NameReader.position(at) + " where an attribute is expected; "
                    + (keyword.get().equals(Keywords.ORDER_BY) ? "leave out the 'By' before it" : "name one");
        }
        return unknownAttribute(at, Keywords.wordEnd(name, at));
    }

    private String unknownAttribute(int at, int end) {
        String word = name.substring(at, end);
        return "unknown attribute '" + word + "' of entity '" + entity + "' at " + NameReader.position(at)
                + NearestName.hint(word, spellings.shown());
    }

    private String behind(Clause clause) {
        int at = clause.end();
        boolean bare = at == clause.attributeEnd();
        Optional<String> keyword = Keywords.at(name, at);
        if (keyword.isPresent()) {
            return misplaced(clause, keyword.get());
        }
        int end = Keywords.wordEnd(name, at);
        String word = name.substring(at, end);
        Optional<String> meant = Character.isLowerCase(word.charAt(0)) ? Optional.empty() : Keywords.meant(word, false);
        if (meant.isPresent()) {
            return unknownKeyword(word, at, meant.get());
        }
        return bare
                ? unknownAttribute(clause.at(), end)
                : "'" + word + "' at " + NameReader.position(at) + " cannot follow '"
                        + name.substring(clause.attributeEnd(), at) + "'; 'And', 'Or' and 'OrderBy' can";
    }

    private String misplaced(Clause clause, String keyword) {
        String place = "'" + keyword + "' at " + NameReader.position(clause.end());
        String before = name.substring(clause.attributeEnd(), clause.end());
        boolean ignoreCase = keyword.equals(Keywords.IGNORE_CASE);
        boolean late = ignoreCase ? !clause.ignoreCase() : keyword.equals(Keywords.NOT) && !clause.negated();
        if (late) {
            return place + " stands behind '" + before + "'; write '"
                    + name.substring(clause.at(), clause.attributeEnd())
                    + (clause.ignoreCase() || ignoreCase ? Keywords.IGNORE_CASE : "")
                    + (clause.negated() || !ignoreCase ? Keywords.NOT : "")
                    + clause.operator().keyword() + "'";
        }
        if (List.of(Keywords.ASCENDING, Keywords.DESCENDING).contains(keyword)) {
            return place + " is for an order; write 'OrderBy' before what is sorted";
        }
        return place + " cannot follow '" + before + "'; 'And', 'Or' and 'OrderBy' can";
    }

    private String behind(Item item) {
        int at = item.end();
        String written = name.substring(item.at(), at);
        Optional<String> keyword = Keywords.at(name, at);
        if (keyword.isPresent()) {
            return "'" + keyword.get() + "' at " + NameReader.position(at) + " stands in an order; leave it out";
        }
        if (!spellings.at(name, at).isEmpty()) {
            return "'" + written + "' at " + NameReader.position(item.at()) + " has no direction; write '" + written
                    + "Asc' or '" + written + "Desc', as only the last one can go without";
        }
        int end = Keywords.wordEnd(name, at);
        String word = name.substring(at, end);
        return Keywords.meant(word, true)
                .map(meant -> unknownKeyword(word, at, meant))
                .orElseGet(() -> unknownAttribute(item.at(), end));
    }

    private static String unknownKeyword(String word, int at, String meant) {
        return "unknown keyword '" + word + "' at " + NameReader.position(at)
                + (meant.isEmpty() ? "; leave it out" : "; did you mean '" + meant + "'?");
    }
}
