package org.stowage.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.data.Sort;
import jakarta.data.exceptions.DataException;
import jakarta.data.exceptions.EntityExistsException;
import jakarta.data.repository.CrudRepository;
import jakarta.data.repository.Find;
import jakarta.data.repository.OrderBy;
import jakarta.data.repository.Query;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stowage.Stowage;
import org.stowage.entity.Unique;

/** Text: its order, upper and lower case, patterns, and what no engine may do to it. */
@WithAndWithoutPushDown
class TextTest {

    record Word(String id, @Nullable @Unique String text) {

        Word(String id) {
            this(id, id);
        }
    }

    interface Words extends CrudRepository<Word, String> {

        @Find
        @OrderBy("text")
        List<Word> ordered();

        @Find
        @OrderBy(value = "text", ignoreCase = true)
        List<Word> orderedWithoutCase();

        @Find
        List<Word> sorted(Sort<?>... sorts);

        @Find
        Optional<Word> text(String text);

        @Query("select text where text like :pattern")
        List<String> like(String pattern);

        @Query("select text where text like '!%!_!!' escape '!'")
        List<String> likeWithEscape();

        @Query("select text where text > :low and text < :high")
        List<String> between(String low, String high);

        @Query("select text where lower(text) = :text")
        List<String> inLowerCase(String text);

        @Query("select text where upper(text) = :text")
        List<String> inUpperCase(String text);

        @Query("select text where length(text) = :length")
        List<String> ofLength(int length);

        @Query("select text where left(text, 1) = :start and right(text, 1) = :end")
        List<String> from(String start, String end);

        @Query("select text where text || '-' || id = :whole")
        List<String> joined(String whole);
    }

    record Page(int id, String content) {}

    interface Pages extends CrudRepository<Page, Integer> {

        @Query("select count(this) where length(content) = :length")
        long ofLength(int length);
    }

    private final Stowage stowage;
    private final Words words;

    TextTest(TestStore store, @TempDir Path folder) {
        stowage = store.open(folder);
        words = stowage.repository(Words.class);
    }

    @AfterEach
    void close() {
        stowage.close();
    }

    private void insert(String... texts) {
        words.insertAll(List.of(texts).stream().map(Word::new).toList());
    }

    private static List<String> texts(List<Word> found) {
        return found.stream().map(Word::text).toList();
    }

    @Test
    void standsInTheOrderOfCodePoints() {
        insert("é", "z", "😀", "Z", "\uFFFD", "", " ", "a", "e\u0301", "aa", "10", "9");
        assertThat(texts(words.ordered()))
                .containsExactly("", " ", "10", "9", "Z", "a", "aa", "e\u0301", "z", "é", "\uFFFD", "😀");
        assertThat(words.between("z", "😀")).containsExactly("é", "\uFFFD");
    }

    @Test
    void standsInTheSameOrderAsAnId() {
        insert("é", "z", "😀", "Z", "\uFFFD", "a");
        try (var all = words.findAll()) {
            assertThat(all.map(Word::id)).containsExactly("Z", "a", "z", "é", "\uFFFD", "😀");
        }
    }

    @Test
    void ignoresCaseOnlyWhereThatIsAsked() {
        words.insertAll(List.of(
                new Word("1", "b"),
                new Word("2", "A"),
                new Word("3", "a"),
                new Word("4", "B"),
                new Word("5", "É"),
                new Word("6", "é"),
                new Word("7", null)));
        assertThat(words.orderedWithoutCase()).extracting(Word::id).containsExactly("7", "2", "3", "1", "4", "5", "6");
        assertThat(words.sorted(Sort.descIgnoreCase("text"), Sort.desc("id")))
                .extracting(Word::id)
                .containsExactly("6", "5", "4", "1", "3", "2", "7");
        assertThat(texts(words.sorted(Sort.asc("text")))).containsExactly(null, "A", "B", "a", "b", "É", "é");
    }

    @Test
    void knowsCaseBeyondAscii() {
        insert("Straße", "ΣΟΦΟΣ", "İ", "I", "ı", "i");
        assertThat(words.inLowerCase("straße")).containsExactly("Straße");
        assertThat(words.inUpperCase("STRASSE")).containsExactly("Straße");
        assertThat(words.inLowerCase("σοφος")).containsExactly("ΣΟΦΟΣ");
        assertThat(words.inLowerCase("i")).containsExactly("I", "i");
        assertThat(words.inUpperCase("I")).containsExactly("I", "i", "ı");
    }

    @Test
    void isNeverTrimmedNormalisedOrTakenForNull() {
        insert("", " ", "  ", "a ", "a", "é", "e\u0301", "\t", "\n", "\u00a0", "null", "NULL", "\uFEFF");
        assertThat(words.text("")).contains(new Word(""));
        assertThat(words.text(" ")).contains(new Word(" "));
        assertThat(words.text("a ")).contains(new Word("a "));
        assertThat(words.text("é")).contains(new Word("é"));
        assertThat(words.text("e\u0301")).contains(new Word("e\u0301"));
        assertThat(words.text("null")).contains(new Word("null"));
        assertThat(words.text("A")).isEmpty();
        try (var all = words.findAll()) {
            assertThat(all).hasSize(13);
        }
    }

    @Test
    void isNotReadAsQueryOrFormat() {
        insert("'; drop table Word; --", "\"", "\\", "\\u0041", "{}", "?1", ":text", "%", "_", "[a-z]*", "</script>");
        for (String text : List.of("'; drop table Word; --", "\"", "\\", "\\u0041", "?1", ":text", "[a-z]*")) {
            assertThat(words.text(text)).as(text).contains(new Word(text));
            assertThat(words.like(text)).as("like " + text).containsExactly(text);
        }
    }

    @Test
    void matchesPatterns() {
        insert("abc", "ABC", "a\nc", "a😀c", "ac", "a%_!", "%_!", "", "[b]");
        assertThat(words.like("a_c")).containsExactly("a\nc", "abc", "a😀c");
        assertThat(words.like("a%c")).containsExactly("a\nc", "abc", "ac", "a😀c");
        assertThat(words.like("%")).hasSize(9);
        assertThat(words.like("")).containsExactly("");
        assertThat(words.like("_")).isEmpty();
        assertThat(words.like("[b]")).containsExactly("[b]");
        assertThat(words.likeWithEscape()).containsExactly("%_!");
    }

    @Test
    void isCountedAndCutByCodePoints() {
        insert("😀a", "a😀b", "ab", "😀");
        assertThat(words.ofLength(1)).containsExactly("😀");
        assertThat(words.ofLength(2)).containsExactly("ab", "😀a");
        assertThat(words.from("😀", "a")).containsExactly("😀a");
        assertThat(words.joined("ab-ab")).containsExactly("ab");
    }

    @Test
    void isOneUniqueValueAndOneIdForEachWriting() {
        insert("a", "A", "é", "e\u0301", "a ");
        assertThatThrownBy(() -> words.insert(new Word("a")))
                .isInstanceOf(EntityExistsException.class)
                .hasMessageContaining("'a'");
        assertThatThrownBy(() -> words.insert(new Word("b", "é")))
                .isInstanceOf(EntityExistsException.class)
                .hasMessageContaining("é");
    }

    @Test
    void isRefusedWithHalvesOfPairsAndWithZero() {
        assertThatThrownBy(() -> words.insert(new Word("1", "a\uD83D")))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("surrogate")
                .hasMessageContaining("'Word'");
        assertThatThrownBy(() -> words.insert(new Word("2", "a\u0000b")))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("U+0000");
        assertThatThrownBy(() -> words.text("\uDE00")).isInstanceOf(DataException.class);
        try (var all = words.findAll()) {
            assertThat(all).isEmpty();
        }
    }

    @Test
    void mayBeLong() {
        Pages pages = stowage.repository(Pages.class);
        String text = "ä😀".repeat(100_000);
        pages.insert(new Page(1, text));
        assertThat(pages.findById(1).orElseThrow().content()).isEqualTo(text);
        assertThat(pages.ofLength(200_000)).isEqualTo(1);
        assertThatThrownBy(() -> words.insert(new Word("1", text)))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("index entry (text)")
                .hasMessageContaining("at most 1024");
    }
}
