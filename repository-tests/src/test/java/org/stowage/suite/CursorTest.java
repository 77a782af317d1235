package org.stowage.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.data.Order;
import jakarta.data.Sort;
import jakarta.data.page.CursoredPage;
import jakarta.data.page.PageRequest;
import jakarta.data.repository.CrudRepository;
import jakarta.data.repository.Find;
import jakarta.data.repository.OrderBy;
import jakarta.data.repository.Query;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stowage.Stowage;

/** Pages by cursor over several keys of mixed directions, with nulls and ties, while rows come and go. */
@WithAndWithoutPushDown
class CursorTest {

    private static final long SEED = Long.getLong("stowage.seed", new Random().nextLong());

    record Item(int id, @Nullable String shelf, @Nullable Integer rank, int price) {}

    interface Items extends CrudRepository<Item, Integer> {

        @Find
        CursoredPage<Item> pages(PageRequest page, Order<Item> order);

        @Find
        @OrderBy(value = "shelf", descending = true)
        @OrderBy("rank")
        CursoredPage<Item> shelved(PageRequest page, Order<Item> more);

        @Query("where price > :least order by rank desc, shelf")
        CursoredPage<Item> above(int least, PageRequest page);
    }

    private static final Order<Item> MIXED = Order.by(Sort.desc("shelf"), Sort.asc("rank"), Sort.desc("price"));
    private static final Comparator<Item> MIXED_COMPARATOR = Comparator.comparing(
                    Item::shelf, Comparator.nullsFirst(Comparator.<String>naturalOrder()))
            .reversed()
            .thenComparing(Item::rank, Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparing(Item::price, Comparator.reverseOrder())
            .thenComparingInt(Item::id);

    private final Random random = new Random(SEED);
    private final Stowage stowage;
    private final Items items;

    CursorTest(TestStore store, @TempDir Path folder) {
        stowage = store.open(folder);
        items = stowage.repository(Items.class);
    }

    @AfterEach
    void close() {
        stowage.close();
    }

    private Item any(int id) {
        return new Item(
                id,
                random.nextInt(4) == 0 ? null : "s" + random.nextInt(3),
                random.nextInt(4) == 0 ? null : random.nextInt(3),
                random.nextInt(2));
    }

    private List<Item> insert(int count) {
        List<Item> inserted = new ArrayList<>();
        for (int id = 1; id <= count; id++) {
            inserted.add(any(id));
        }
        items.insertAll(inserted);
        inserted.sort(MIXED_COMPARATOR);
        return inserted;
    }

    private List<Item> forwards(int size) {
        List<Item> seen = new ArrayList<>();
        CursoredPage<Item> page = items.pages(PageRequest.ofSize(size), MIXED);
        seen.addAll(page.content());
        while (page.hasNext()) {
            page = items.pages(page.nextPageRequest(), MIXED);
            seen.addAll(page.content());
        }
        return seen;
    }

    @Test
    void goThroughAllRowsInBothDirections() {
        List<Item> all = insert(30);
        for (int size : new int[] {1, 4, 30, 31}) {
            assertThat(forwards(size)).as("pages of %s, seed %s", size, SEED).isEqualTo(all);
        }
        List<Item> seen = new ArrayList<>();
        CursoredPage<Item> page = items.pages(PageRequest.ofPage(4).size(8), MIXED);
        seen.addAll(reversed(page));
        while (page.hasPrevious()) {
            page = items.pages(page.previousPageRequest(), MIXED);
            seen.addAll(reversed(page));
        }
        Collections.reverse(seen);
        assertThat(seen).as("seed %s", SEED).isEqualTo(all);
    }

    private static List<Item> reversed(CursoredPage<Item> page) {
        List<Item> content = new ArrayList<>(page.content());
        Collections.reverse(content);
        return content;
    }

    @Test
    void neitherRepeatNorSkipWhatStaysWhileOthersComeAndGo() {
        for (boolean backwards : new boolean[] {false, true}) {
            items.deleteAll(items.pages(PageRequest.ofSize(500), MIXED).content());
            List<Item> before = insert(40);
            Set<Integer> touched = new HashSet<>();
            List<Item> seen = new ArrayList<>();
            PageRequest request = backwards
                    ? PageRequest.ofSize(3).beforeCursor(cursorOf(new Item(0, null, 9, -1)))
                    : PageRequest.ofSize(3);
            CursoredPage<Item> page = items.pages(request, MIXED);
            int fresh = 1000;
            while (true) {
                seen.addAll(backwards ? reversed(page) : page.content());
                if (backwards ? !page.hasPrevious() : !page.hasNext()) {
                    break;
                }
                Item gone = before.get(random.nextInt(before.size()));
                if (touched.add(gone.id())) {
                    items.deleteById(gone.id());
                }
                items.insert(any(fresh++));
                page = items.pages(backwards ? page.previousPageRequest() : page.nextPageRequest(), MIXED);
            }
            assertThat(seen)
                    .as("seed %s", SEED)
                    .doesNotHaveDuplicates()
                    .isSortedAccordingTo(backwards ? MIXED_COMPARATOR.reversed() : MIXED_COMPARATOR)
                    .containsAll(before.stream()
                            .filter(item -> !touched.contains(item.id()))
                            .toList());
        }
    }

    private static PageRequest.Cursor cursorOf(Item item) {
        return PageRequest.Cursor.forKey(item.shelf(), item.rank(), item.price(), item.id());
    }

    @Test
    void goOnBehindARowThatIsGone() {
        List<Item> all = insert(10);
        CursoredPage<Item> page = items.pages(PageRequest.ofSize(4), MIXED);
        items.deleteAll(all.subList(0, 4));
        assertThat(items.pages(page.nextPageRequest(), MIXED).content())
                .as("seed %s", SEED)
                .isEqualTo(all.subList(4, 8));
    }

    @Test
    void knowTheirTotalsIfTheyAreAskedForThem() {
        insert(10);
        CursoredPage<Item> page = items.pages(PageRequest.ofSize(4), MIXED);
        assertThat(page.totalElements()).isEqualTo(10);
        assertThat(page.totalPages()).isEqualTo(3);
        items.insert(any(11));
        assertThat(items.pages(page.nextPageRequest(), MIXED).totalElements()).isEqualTo(11);
        CursoredPage<Item> without = items.pages(PageRequest.ofSize(4).withoutTotal(), MIXED);
        assertThat(without.hasTotals()).isFalse();
        assertThatThrownBy(without::totalElements).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void putTheStaticOrderBeforeTheDynamicOne() {
        List<Item> all = insert(20);
        List<Item> seen = new ArrayList<>();
        Order<Item> more = Order.by(Sort.desc("price"));
        CursoredPage<Item> page = items.shelved(PageRequest.ofSize(6), more);
        seen.addAll(page.content());
        while (page.hasNext()) {
            page = items.shelved(page.nextPageRequest(), more);
            seen.addAll(page.content());
        }
        assertThat(seen).as("seed %s", SEED).isEqualTo(all);
    }

    @Test
    void goThroughTheRowsOfAQuery() {
        List<Item> all = insert(20);
        List<Item> seen = new ArrayList<>();
        CursoredPage<Item> page = items.above(0, PageRequest.ofSize(3));
        seen.addAll(page.content());
        while (page.hasNext()) {
            page = items.above(0, page.nextPageRequest());
            seen.addAll(page.content());
        }
        all.removeIf(item -> item.price() <= 0);
        all.sort(Comparator.comparing(Item::rank, Comparator.nullsFirst(Comparator.<Integer>naturalOrder()))
                .reversed()
                .thenComparing(Item::shelf, Comparator.nullsFirst(Comparator.naturalOrder()))
                .thenComparingInt(Item::id));
        assertThat(seen).as("seed %s", SEED).isEqualTo(all);
    }

    @Test
    void areEmptyWhereThereIsNothing() {
        CursoredPage<Item> page = items.pages(PageRequest.ofSize(3), MIXED);
        assertThat(page.hasContent()).isFalse();
        assertThat(page.hasNext()).isFalse();
        assertThat(page.hasPrevious()).isFalse();
        assertThat(page.totalElements()).isZero();
    }

    @Test
    void refuseACursorOfAnotherOrder() {
        insert(3);
        PageRequest wrong = PageRequest.ofSize(2).afterCursor(PageRequest.Cursor.forKey("a", "b"));
        assertThatThrownBy(() -> items.pages(wrong, MIXED))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("the cursor has 2 values");
        PageRequest wrongType = PageRequest.ofSize(2).afterCursor(PageRequest.Cursor.forKey("a", "b", 1, 2));
        assertThatThrownBy(() -> items.pages(wrongType, MIXED))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'rank'");
    }
}
