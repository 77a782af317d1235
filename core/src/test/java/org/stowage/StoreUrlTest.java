package org.stowage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stowage.spi.error.BadConfigurationException;

class StoreUrlTest {

    @Test
    void splitsAtTheFirstColonOnly() {
        assertThat(StoreUrl.parse("memory")).isEqualTo(new StoreUrl("memory", null));
        assertThat(StoreUrl.parse("sqlite:shop.db")).isEqualTo(new StoreUrl("sqlite", "shop.db"));
        assertThat(StoreUrl.parse("json-file:C:\\data\\shop")).isEqualTo(new StoreUrl("json-file", "C:\\data\\shop"));
        assertThat(StoreUrl.parse("sqlite:a:b?c=d")).isEqualTo(new StoreUrl("sqlite", "a:b?c=d"));
        assertThat(StoreUrl.parse("sqlite:a:b?c=d")).hasToString("sqlite:a:b?c=d");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ":",
                "C:\\shop.db",
                "c:/shop.db",
                "shop.db",
                "Sqlite:shop.db",
                "sqlite:",
                "/data/x",
                "my sql:x"
            })
    void refusesWhatBeginsWithNoProviderOrEndsAtTheColon(String text) {
        assertThatThrownBy(() -> StoreUrl.parse(text))
                .isInstanceOf(BadConfigurationException.class)
                .hasMessageStartingWith("'" + text + "' ")
                .hasMessageContaining("such as 'memory' or 'sqlite:shop.db'");
    }
}
