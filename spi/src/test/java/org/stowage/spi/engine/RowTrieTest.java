package org.stowage.spi.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.stowage.spi.schema.EntitySchema;
import org.stowage.spi.value.Key;
import org.stowage.spi.value.Row;
import org.stowage.spi.value.ValueType;

class RowTrieTest {

    private static final EntitySchema TEXTS = EntitySchema.named("texts")
            .required("id", ValueType.TEXT)
            .required("content", ValueType.INT64)
            .key("id")
            .build();

    private final KeyFields key = new KeyFields(TEXTS, TupleOrder.ofKey(TEXTS));

    private record Version(RowTrie trie, Map<Key, Row> rows) {}

    @Test
    void answersAsAHashMapDoesAndKeepsOldVersions() {
        Random random = Seeds.random("RowTrieTest");
        List<Version> versions = new ArrayList<>();
        RowTrie trie = RowTrie.empty(key);
        Map<Key, Row> model = new HashMap<>();
        Edit edit = new Edit();
        for (int step = 0; step < 40_000; step++) {
            boolean growing = step / 10_000 % 2 == 0;
            Row row = Row.of(text(random), (long) step);
            Key id = TEXTS.keyOf(row);
            if (model.containsKey(id) && random.nextInt(10) < (growing ? 3 : 8)) {
                trie = trie.remove(row, edit);
                model.remove(id);
            } else {
                trie = trie.put(row, edit);
                model.put(id, row);
            }
            if (step % 2_000 == 0) {
                versions.add(new Version(trie, new HashMap<>(model)));
                edit = new Edit();
            }
        }
        versions.add(new Version(trie, model));
        for (Version version : versions) {
            for (int i = 0; i < 2_000; i++) {
                Key id = Key.of(text(random));
                assertThat(version.trie().find(id)).isEqualTo(version.rows().get(id));
                assertThat(version.trie().findLike(Row.of(id.get(0), 0L)))
                        .isEqualTo(version.rows().get(id));
            }
            version.rows()
                    .forEach((id, row) -> assertThat(version.trie().find(id)).isSameAs(row));
        }
    }

    // "Aa" and "BB" have one hash, so the 64 texts of six such pairs have one too.
    private static String text(Random random) {
        if (random.nextInt(4) > 0) {
            return "t" + random.nextInt(3_000);
        }
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 6; i++) {
            text.append(random.nextBoolean() ? "Aa" : "BB");
        }
        return text.toString();
    }
}
