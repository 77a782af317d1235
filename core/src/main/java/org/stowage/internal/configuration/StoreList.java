package org.stowage.internal.configuration;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** Reads {@code orders=sqlite:orders.db,*=memory}. */
final class StoreList {

    // A comma ends an entry only where another begins, because a location may hold commas too.
    private static final Pattern NEXT_ENTRY = Pattern.compile("\\s*,\\s*(?=(?:\\*|[A-Za-z][A-Za-z0-9_-]*)\\s*=)");

    private StoreList() {}

    /** Returns the URLs by the names of the stores. */
    static Map<String, Setting> entries(Setting list) {
        Map<String, Setting> entries = new LinkedHashMap<>();
        for (String entry : NEXT_ENTRY.split(list.text().strip(), -1)) {
            int equals = entry.indexOf('=');
            if (equals < 1 || equals == entry.length() - 1) {
                throw list.wrong(
                        "'" + entry
                                + "' names no store with its provider; write 'name=provider:location', such as 'orders=sqlite:orders.db,*=memory'");
            }
            String name = entry.substring(0, equals).strip();
            if (entries.put(name, new Setting(entry.substring(equals + 1).strip(), list.source())) != null) {
                throw list.wrong("store '" + name + "' is given twice; give it once");
            }
        }
        return entries;
    }
}
