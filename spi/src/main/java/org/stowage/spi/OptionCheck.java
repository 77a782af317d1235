package org.stowage.spi;

import java.time.Duration;
import java.util.Map;
final class OptionCheck {
    private OptionCheck() {}
    static void check(String store, String provider, Map<String, StoreOption> declared, String name, String text) { throw new UnsupportedOperationException(); }
    static Duration duration(String text) { throw new UnsupportedOperationException(); }
}
