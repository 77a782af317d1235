package org.stowage;

import java.time.Duration;
import java.util.Map;

/**
 * How a registry looks.
 *
 * @param limit how long the code of one provider may take
 * @param thorough whether class files are read where nothing is wrong, for providers that nobody declares
 * @param preferred which place counts if several have a provider of one name, by that name
 */
record SearchRules(Duration limit, boolean thorough, Map<String, String> preferred) {

    SearchRules {
        preferred = Map.copyOf(preferred);
    }
}
