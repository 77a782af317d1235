package org.stowage.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.data.repository.By;
import jakarta.data.repository.CrudRepository;
import jakarta.data.repository.Find;
import jakarta.data.repository.OrderBy;
import jakarta.data.repository.Param;
import jakarta.data.repository.Query;
import jakarta.data.repository.Repository;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.stowage.Stowage;
import org.stowage.distribution.MarkdownBlocks.Block;
import org.stowage.entity.Version;

/** Does what the README says: every command block is run, in order, in one folder, and prints what the block after it shows. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the blocks are for a POSIX shell")
class ReadmeIT {

    private static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();
    private static final Pattern ADDRESS = Pattern.compile("http://\\S+/");

    @Test
    void everyCommandDoesWhatTheReadmeSays(@TempDir Path folder) throws Exception {
        Files.createSymbolicLink(folder.resolve("stowage"), ROOT.resolve("launcher/target/stowage/bin/stowage"));
        Files.createSymbolicLink(folder.resolve("examples"), ROOT.resolve("examples"));
        List<Block> blocks = MarkdownBlocks.of(ROOT.resolve("README.md"));
        assertThat(blocks).filteredOn(block -> block.language().equals("sh")).hasSizeGreaterThan(10);

        try {
            runAll(folder, blocks);
        } finally {
            // What removes the folder would warn of links that lead out of it.
            Files.delete(folder.resolve("stowage"));
            Files.delete(folder.resolve("examples"));
        }
    }

    private static void runAll(Path folder, List<Block> blocks) throws IOException, InterruptedException {
        for (int i = 0; i < blocks.size(); i++) {
            String command = blocks.get(i).text();
            if (!blocks.get(i).language().equals("sh")) {
                continue;
            }
            if (command.equals("./verify\n")) {
                // This test is a part of what that command runs, and nothing else is.
                assertThat(ROOT.resolve(".ci/run")).content().contains("./verify");
            } else if (command.startsWith("./stowage run ")) {
                runApplication(folder, command);
            } else {
                String printed = run(folder, command);
                if (i + 1 < blocks.size() && blocks.get(i + 1).language().equals("text")) {
                    assertThat(printed).as(command).isEqualTo(blocks.get(i + 1).text());
                }
            }
        }
    }

    private static String run(Path folder, String command) throws IOException, InterruptedException {
        Path errors = Files.createTempFile(folder, "standard-error", ".txt");
        Process process = shell(folder, command).redirectError(errors.toFile()).start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(PlainProcess.ends(process)).as(command).isTrue();
        assertThat(process.exitValue())
                .as(() -> command + "\n" + MarkdownBlocks.read(errors))
                .isZero();
        return printed;
    }

    /** Any free port, as somebody may be using the one of the README. */
    private static void runApplication(Path folder, String command) throws IOException, InterruptedException {
        Process process = shell(folder, "exec " + command.strip() + " --port 0")
                .redirectErrorStream(true)
                .start();
        try (BufferedReader printed = process.inputReader(StandardCharsets.UTF_8)) {
            URI address = address(printed, command);
            assertThat(get(address).body()).contains("<title>Ordering</title>");
            assertThat(get(address.resolve("v1/restaurants")).body()).contains("Trattoria Lucia");
        } finally {
            process.destroy();
            assertThat(PlainProcess.ends(process)).as(command).isTrue();
        }
    }

    private static URI address(BufferedReader printed, String command) throws IOException {
        StringBuilder seen = new StringBuilder();
        for (String line = printed.readLine(); line != null; line = printed.readLine()) {
            Matcher matcher = ADDRESS.matcher(line);
            if (matcher.find()) {
                return URI.create(matcher.group());
            }
            seen.append(line).append('\n');
        }
        throw new AssertionError(command + " ended without an address:\n" + seen);
    }

    private static HttpResponse<String> get(URI address) throws IOException, InterruptedException {
        return HttpClient.newHttpClient().send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
    }

    private static ProcessBuilder shell(Path folder, String command) {
        return PlainProcess.of(new ProcessBuilder("sh", "-eu", "-c", command)).directory(folder.toFile());
    }

    record Restaurant(
            long id, String name, String city, @Version int version) {}

    @Repository
    interface Restaurants extends CrudRepository<Restaurant, Long> {
        @Find
        @OrderBy("name")
        List<Restaurant> inCity(@By("city") String city);

        @Query("where name like :pattern")
        List<Restaurant> named(@Param("pattern") String pattern);
    }

    @Test
    void theJavaOfTheReadmeIsTheOneOfThisTest(@TempDir Path folder) throws IOException {
        try (Stowage stowage = Stowage.open("sqlite:" + folder.resolve("shop.db"))) {
            Restaurants restaurants = stowage.repository(Restaurants.class);
            restaurants.insert(new Restaurant(1, "Trattoria Lucia", "Hamburg", 0));
            stowage.inTransaction(() -> restaurants.inCity("Hamburg").forEach(System.out::println));

            assertThat(restaurants.named("Tratt%"))
                    .containsExactly(restaurants.inCity("Hamburg").get(0));
        }
        String source =
                withoutSpace(MarkdownBlocks.read(Path.of("src/test/java/org/stowage/distribution/ReadmeIT.java")));
        List<Block> blocks = MarkdownBlocks.of(ROOT.resolve("README.md"));
        int place = 0;
        for (Block block : blocks) {
            for (String line : block.language().equals("java") ? block.text().split("\n") : new String[0]) {
                place = source.indexOf(
                        withoutSpace(line.replace("shop.db\"", "\" + folder.resolve(\"shop.db\")")), place);
                assertThat(place).as(line).isNotNegative();
            }
        }
    }

    /** The formatter breaks lines in its own places. */
    private static String withoutSpace(String text) {
        return text.replaceAll("\\s", "");
    }
}
