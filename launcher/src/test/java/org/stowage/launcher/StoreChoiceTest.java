package org.stowage.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stowage.launcher.Launched.Result;

/** Which store is meant: the command line before the environment before {@code stowage.properties} before the defaults. */
class StoreChoiceTest {

    @TempDir
    private Path folder;

    private Launched launched;

    @BeforeEach
    void hasAStoreInEachPlace() {
        launched = new Launched(folder);
        for (String name : new String[] {"flag", "variable", "properties"}) {
            make(name, "--provider", "json-file", "--at", at(name));
        }
        make("standard");
    }

    private void make(String entity, String... store) {
        String file = launched.file("a.csv", "id\n1\n");
        String[] arguments = {"import", file, "--into", entity, "--key", "id"};
        launched.done(Stream.concat(Stream.of(arguments), Stream.of(store)).toArray(String[]::new));
    }

    private String at(String name) {
        return folder.resolve(name).toString();
    }

    private String entity(String... store) {
        String[] schema = Stream.concat(Stream.of(store), Stream.of("schema", "--format", "csv"))
                .toArray(String[]::new);
        return launched.done(schema).lines().skip(1).findFirst().orElse("").replaceFirst(",.*", "");
    }

    @Test
    void theDefaultOfTheDistribution() {
        assertThat(entity()).isEqualTo("standard");
    }

    @Test
    void propertiesBeforeTheDefault() {
        launched.file("stowage.properties", "store.*=json-file:" + at("properties") + "\n");
        assertThat(entity()).isEqualTo("properties");
    }

    @Test
    void theEnvironmentBeforeProperties() {
        launched.file("stowage.properties", "store.*=json-file:" + at("properties") + "\n");
        launched.with("STOWAGE_PROVIDER", "json-file").with("STOWAGE_AT", at("variable"));
        assertThat(entity()).isEqualTo("variable");
    }

    @Test
    void theVariablesOfStoresBeforeProperties() {
        launched.file("stowage.properties", "store.*=json-file:" + at("properties") + "\n");
        launched.with("STOWAGE_STORE", "json-file:" + at("variable"));
        assertThat(entity()).isEqualTo("variable");
    }

    @Test
    void theCommandLineBeforeTheEnvironment() {
        launched.with("STOWAGE_PROVIDER", "sqlite").with("STOWAGE_AT", at("nowhere"));
        assertThat(entity("--provider", "json-file", "--at", at("flag"))).isEqualTo("flag");
    }

    @Test
    void aPlaceAloneIsOneOfTheProviderThatWouldBeTaken() {
        launched.file("stowage.properties", "store.*=json-file:" + at("properties") + "\n");
        assertThat(entity("--at", at("flag"))).isEqualTo("flag");
    }

    @Test
    void debugSaysWhoseWordCounted() {
        launched.with("STOWAGE_PROVIDER", "json-file").with("STOWAGE_AT", at("variable"));
        Result result = launched.run("schema", "--debug");
        assertThat(result.errors())
                .isEqualTo("stowage: the store is 'json-file:" + at("variable")
                        + "', as the variable STOWAGE_PROVIDER says\n");
    }

    @Test
    void anEntityIsLookedForInTheStoreThatItIsRoutedTo() {
        launched.file(
                "stowage.properties",
                "store.*=json-file:" + at("properties") + "\nstore.other=json-file:" + at("flag")
                        + "\nroute.flag=other\n");
        assertThat(launched.done("count", "flag")).isEqualTo("1\n");
        assertThat(launched.done("count", "properties")).isEqualTo("1\n");
        assertThat(launched.done("query", "select count(this) from flag", "--format", "csv"))
                .isEqualTo("count\n1\n");
        assertThat(launched.done("schema", "--format", "csv"))
                .contains("flag,id")
                .contains("properties,id");
    }

    @Test
    void aKeyThatMeansNothingIsRefused() {
        for (String properties : new String[] {"stor.*=memory\nstore.*=memory\n", "stor.*=memory\n"}) {
            launched.file("stowage.properties", properties);
            Result result = launched.run("schema");
            assertThat(result.errors()).contains("stowage.properties").contains("stor.*");
            assertThat(result.status()).isEqualTo(2);
        }
    }
}
