package org.stowage.compatibility;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.spi.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** That the comparison with the last release bites: on two versions of a small module. */
class ApiBreaksTest {

    private static final Map<String, String> BEFORE = Map.of(
            "module-info.java",
            "module shop { exports shop; exports shop.friend to java.logging; }",
            "shop/Counter.java",
            """
            package shop;
            public interface Counter {
                int count(String name);
                void close();
                record Entry(String name, int count) {}
            }
            """,
            "shop/Till.java",
            "package shop; public class Till { public static final int LIMIT = 1; public void open() {} void dust() {} }",
            "shop/friend/Ledger.java",
            "package shop.friend; public class Ledger { public void write() {} }",
            "shop/internal/Drawer.java",
            "package shop.internal; public class Drawer { public void pull() {} }");

    @TempDir
    private Path folder;

    @Test
    void findsWhatBreaksThoseWhoImplementOrCallOrConstruct() throws IOException {
        assertThat(breaks(Map.of(
                        "shop/Counter.java",
                        """
                        package shop;
                        public interface Counter {
                            long count(String name);
                            void flush();
                            record Entry(String name, int count, String place) {}
                        }
                        """,
                        "shop/Till.java",
                        "package shop; public final class Till { public void open(int day) {} }")))
                .contains(
                        "shop.Counter#close(): METHOD_REMOVED",
                        "shop.Counter#count(java.lang.String): METHOD_RETURN_TYPE_CHANGED",
                        "shop.Counter#flush(): METHOD_ADDED_TO_INTERFACE",
                        "shop.Counter$Entry#Counter$Entry(java.lang.String, int): CONSTRUCTOR_REMOVED",
                        "shop.Till#LIMIT: FIELD_REMOVED",
                        "shop.Till#open(): METHOD_REMOVED")
                .allMatch(line -> line.startsWith("shop.Counter") || line.startsWith("shop.Till"));
    }

    @Test
    void findsNothingWhereSomethingIsAddedOrWhereNothingIsPromised() throws IOException {
        assertThat(breaks(Map.of(
                        "shop/Counter.java",
                        BEFORE.get("shop/Counter.java")
                                .replace("void close();", "void close(); default void flush() {}"),
                        "shop/More.java",
                        "package shop; public interface More { void more(); }",
                        "shop/Till.java",
                        BEFORE.get("shop/Till.java").replace("void dust() {}", "public void count() {}"),
                        "shop/friend/Ledger.java",
                        "package shop.friend; public class Ledger { }",
                        "shop/internal/Drawer.java",
                        "package shop.internal; class Drawer { }")))
                .isEmpty();
    }

    private List<String> breaks(Map<String, String> changed) throws IOException {
        Map<String, String> after = new HashMap<>(BEFORE);
        after.putAll(changed);
        return List.copyOf(ApiBreaks.between(jar("before", BEFORE), jar("after", after)));
    }

    private Path jar(String name, Map<String, String> sources) throws IOException {
        Path root = folder.resolve(name);
        List<String> compile =
                new ArrayList<>(List.of("-d", root.resolve("classes").toString()));
        for (Map.Entry<String, String> source : sources.entrySet()) {
            Path file = root.resolve(source.getKey());
            Files.createDirectories(file.getParent());
            compile.add(Files.writeString(file, source.getValue()).toString());
        }
        run("javac", compile);
        Path jar = folder.resolve(name + ".jar");
        run(
                "jar",
                List.of(
                        "--create",
                        "--file",
                        jar.toString(),
                        "-C",
                        root.resolve("classes").toString(),
                        "."));
        return jar;
    }

    private static void run(String tool, List<String> arguments) {
        int status = ToolProvider.findFirst(tool)
                .orElseThrow()
                .run(System.out, System.err, arguments.toArray(String[]::new));
        assertThat(status).as(tool + arguments).isZero();
    }
}
