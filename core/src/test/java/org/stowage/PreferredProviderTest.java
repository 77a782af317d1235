package org.stowage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stowage.fixture.ProvidersFolder;
import org.stowage.spi.error.BadConfigurationException;

/** Several providers of one name: nobody chooses silently, and everybody may choose. */
class PreferredProviderTest {

    @TempDir
    Path folder;

    private ProvidersFolder providers;
    private Path one;
    private Path two;

    @BeforeEach
    void hasTwoOfOneName() throws IOException {
        providers = new ProvidersFolder(folder);
        one = ProvidersFolder.provider("a.One", "twin").write(folder.resolve("one.jar"));
        two = ProvidersFolder.provider("b.Two", "twin").write(folder.resolve("unit/two.jar"));
    }

    @Test
    void rejectsBothAndSaysHowToChoose() {
        try (ProviderRegistry registry = providers.registry()) {
            assertThat(registry.providers())
                    .extracting(RegisteredProvider::name)
                    .containsExactly("good");
            assertThat(registry.rejected())
                    .extracting(RejectedProvider::className)
                    .containsExactly("a.One", "b.Two");
            assertThat(registry.rejected())
                    .allSatisfy(rejected -> assertThat(rejected.reason())
                            .contains("the name 'twin' is taken more than once")
                            .contains(one.toString())
                            .contains(two.toString()));
            assertThat(registry.rejected())
                    .extracting(RejectedProvider::remedy)
                    .satisfiesExactly(
                            remedy -> assertThat(remedy).contains("choose this one by --prefer twin=" + one + ","),
                            remedy -> assertThat(remedy).contains("choose this one by --prefer twin=" + two + ","));
            assertThatThrownBy(() -> registry.provider("twin"))
                    .isInstanceOf(BadConfigurationException.class)
                    .hasMessageContaining("no provider is named 'twin'")
                    .hasMessageContaining("is taken more than once");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"unit/two.jar", "unit", "unit/../unit"})
    void takesTheOneWhosePlaceIsPreferred(String place) {
        assertTwo(folder.resolve(place).toString());
    }

    @Test
    void takesTheOneWhoseClassIsPreferred() {
        assertTwo("b.Two");
    }

    private void assertTwo(String place) {
        try (ProviderRegistry registry =
                providers.builder().prefer("twin", place).build()) {
            assertThat(registry.provider("twin").className()).isEqualTo("b.Two");
            assertThat(registry.find("good")).isPresent();
            assertThat(registry.rejected()).isEmpty();
            assertThat(registry.notes())
                    .containsExactly(
                            "a.One in " + one + " was passed over, because '" + place + "' is preferred for 'twin'");
        }
    }

    @Test
    void takesNoneIfThePreferredOneIsNotThere() {
        try (ProviderRegistry registry =
                providers.builder().prefer("twin", "gone.jar").build()) {
            assertThat(registry.find("good")).isPresent();
            assertThat(registry.find("twin")).isEmpty();
            assertThatThrownBy(() -> registry.provider("twin"))
                    .hasMessageContaining(
                            "gone.jar: no usable provider 'twin' is there, although that one is preferred")
                    .hasMessageContaining("a.One in " + one);
        }
    }

    @Test
    void saysThatNobodyHasThePreferredName() {
        try (ProviderRegistry registry =
                providers.builder().prefer("twn", one.toString()).build()) {
            assertThatThrownBy(() -> registry.provider("twn"))
                    .hasMessageContaining("no usable provider 'twn' is there");
        }
    }

    @Test
    void rejectsBothOfAFolderThatHoldsBoth() {
        try (ProviderRegistry registry =
                providers.builder().prefer("twin", folder.toString()).build()) {
            assertThat(registry.find("twin")).isEmpty();
            assertThat(registry.rejected()).hasSize(2);
        }
    }

    @Test
    void tellsTwoClassesOfOneJarApart() throws IOException {
        ProvidersFolder.provider("c.First", "pair")
                .provider("c.Second", "pair", "", "return null;")
                .services("c.First", "c.Second")
                .write(folder.resolve("pair.jar"));
        try (ProviderRegistry registry =
                providers.builder().prefer("twin", "a.One").build()) {
            assertThat(registry.rejected())
                    .extracting(RejectedProvider::remedy)
                    .satisfiesExactly(
                            remedy -> assertThat(remedy).contains("--prefer pair=c.First"),
                            remedy -> assertThat(remedy).contains("--prefer pair=c.Second"));
        }
    }

    @Test
    void refusesANameThatNoProviderCanHave() {
        assertThatThrownBy(() -> ProviderRegistry.builder().prefer("SQLite", "x.jar"))
                .isInstanceOf(BadConfigurationException.class)
                .hasMessageContaining("'SQLite' cannot be preferred");
    }
}
