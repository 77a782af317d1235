package org.stowage.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stowage.launcher.Launched.Result;

/** Providers that somebody puts into a folder, the bad ones among them. */
class ProvidersTest {

    @TempDir
    private static Path classes;

    private static ProviderJars jars = new ProviderJars(Path.of(""));

    @TempDir
    private Path folder;

    private Launched launched;
    private Path providers;

    @BeforeAll
    static void compiles() {
        jars = new ProviderJars(classes)
                .add("Broken", "static { if (true) throw new IllegalStateException(\"no licence\"); }")
                .add("Twin", "")
                .add("Other", "twin", "1", "")
                .add("Mine", "")
                .compile();
    }

    @BeforeEach
    void hasAFolderOfProviders() throws IOException {
        launched = new Launched(folder);
        providers = Files.createDirectories(folder.resolve("providers"));
    }

    @Test
    void listsWhatIsThere() {
        assertThat(launched.done("providers"))
                .contains("memory ")
                .contains("json-file ")
                .contains("sqlite ")
                .contains("durability durable, concurrency one-writer")
                .doesNotContain("rejected");
        assertThat(launched.done("providers", "--format", "csv").lines().skip(1))
                .hasSize(3);
        assertThat(launched.done("describe", "sqlite"))
                .contains("durability")
                .contains("durable|relaxed")
                .contains("push-down");
        assertThat(launched.run("describe", "sqlit").errors()).contains("did you mean 'sqlite'?");
    }

    @Test
    void aProviderThatThrowsWhileItIsLoadedIsNamedAndHidesNoOther() {
        Path jar = jar("Broken");
        String listed = launched.done("--providers", providers.toString(), "providers");
        assertThat(listed)
                .contains("rejected: Broken in ")
                .contains(jar.toString())
                .contains("no licence")
                .contains("sqlite ");
        assertThat(launched.done("providers", "--providers", providers.toString(), "--format", "jsonl"))
                .contains("\"rejected\":\"");
        Result result = launched.run("count", "x", "--provider", "broken", "--providers", providers.toString());
        assertThat(result.status()).isEqualTo(2);
        assertThat(result.errors())
                .contains("no provider is named 'broken'")
                .contains("no licence")
                .doesNotContain("\tat ");
        assertThat(launched.run("count", "x", "--provider", "memory", "--providers", providers.toString())
                        .errors())
                .contains("no entity 'x'");
    }

    @Test
    void twoProvidersOfOneNameAreBothNamedAndNeitherIsTaken() {
        Path first = jar("Twin");
        Path second = jar("Other");
        assertThat(launched.done("providers", "--providers", providers.toString()))
                .contains("rejected: ")
                .contains(first.toString())
                .contains(second.toString());
        Result result = launched.run("count", "x", "--provider", "twin", "--providers", providers.toString());
        assertThat(result.status()).isEqualTo(2);
        assertThat(result.errors())
                .contains("'twin'")
                .contains("choose this one by --prefer twin=" + first)
                .doesNotContain("\tat ");
    }

    @Test
    void oneOfTwoProvidersOfOneNameMayBePreferred() throws IOException {
        Path first = jar("Twin");
        Path second = jar("Other");
        assertThat(launched.done("providers", "--providers", providers.toString(), "--prefer", "twin=" + first))
                .contains("from " + first + " (folder)")
                .doesNotContain("rejected");
        assertThat(launched.done("--prefer", "twin=" + second, "--providers", providers.toString(), "describe", "twin"))
                .contains("twin");
        Files.writeString(
                folder.resolve("stowage.properties"),
                "providers=" + providers + "\nprefer.twin=" + second + "\n",
                StandardCharsets.UTF_8);
        assertThat(launched.done("providers")).contains("from " + second + " (folder)");
        launched.with("STOWAGE_PREFER_TWIN", first.toString());
        assertThat(launched.done("providers")).contains("from " + first + " (folder)");
    }

    @Test
    void aProviderOfSomebodyElseIsFound() {
        Path jar = jar("Mine");
        assertThat(launched.done("providers", "--providers", providers.toString()))
                .contains("mine 7")
                .contains("from " + jar + " (folder)");
    }

    @Test
    void aFolderThatIsNotThereTakesNothingElseDown() {
        String nowhere = folder.resolve("nowhere").toString();
        assertThat(launched.done("providers", "--providers", nowhere))
                .contains("rejected: " + nowhere + ": the providers' folder is not there")
                .contains("sqlite ");
        assertThat(launched.run("count", "x", "--provider", "memory", "--providers", nowhere)
                        .errors())
                .contains("warning: there is no folder '" + nowhere + "' of providers")
                .contains("no entity 'x'");
        Result result = launched.run("count", "x", "--provider", "mine", "--providers", nowhere);
        assertThat(result.status()).isEqualTo(2);
        assertThat(result.errors()).contains("in the folder " + nowhere + ", which is not there");
    }

    private Path jar(String className) {
        return jars.write(providers.resolve(className.toLowerCase(Locale.ROOT) + ".jar"), className);
    }
}
