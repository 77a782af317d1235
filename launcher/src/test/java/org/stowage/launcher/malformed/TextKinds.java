package org.stowage.launcher.malformed;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.stowage.query.Jdql;
import org.stowage.spi.value.ValueType;

/** What people write for the application. */
final class TextKinds {

    private TextKinds() {}

    static List<Kind> all() {
        return List.of(new Queries(), new Types());
    }

    private abstract static class Texts implements Kind {

        private final String name;
        private final List<String> specimens;
        private final List<String> words;

        Texts(String name, List<String> specimens, List<String> words) {
            this.name = name;
            this.specimens = specimens;
            this.words = words;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public List<byte[]> specimens() {
            return specimens.stream()
                    .map(text -> text.getBytes(StandardCharsets.UTF_8))
                    .toList();
        }

        @Override
        public List<String> words() {
            return words;
        }

        @Override
        public void read(byte[] input) {
            read(new String(input, StandardCharsets.UTF_8));
        }

        abstract void read(String text);
    }

    private static final class Queries extends Texts {

        Queries() {
            super(
                    "jdql",
                    List.of(
                            "from product where sku like 'sku-%' and price between 1 and 20.5 order by price desc, id",
                            "select id, sku from product where not (state = :state or sold = true) and id in (1, 2, 3)",
                            "where weight is null or abs(weight) + 1 > ?1 / 2 order by id",
                            "select count(this) where length(upper(sku)) >= 3 and left(sku, 2) <> 'x' || 'y'",
                            "update product set price = price * 1.1, state = 'OLD' where id <= 9223372036854775807",
                            "delete from product where changed is not null and sku not like '%!_%' escape '!'"),
                    List.of(
                            " and ",
                            " or ",
                            " not ",
                            "(",
                            ")",
                            "'",
                            " in (",
                            " between ",
                            " like ",
                            " is null",
                            ":id",
                            "?1",
                            " order by ",
                            "select ",
                            "from ",
                            "1e5",
                            "''",
                            "--",
                            "count(this)",
                            " desc",
                            "lower("));
        }

        @Override
        void read(String text) {
            Jdql.parse(text);
            Jdql.prepare(text, List.of(StoreKind.PRODUCT), "product");
        }
    }

    private static final class Types extends Texts {

        Types() {
            super(
                    "types",
                    List.of(
                            "struct(a int64, b? list(struct(c enum(X,\"y z\"), d? decimal(2))))",
                            "decimal(10)",
                            "list(text)"),
                    List.of("struct(", "list(", "enum(", ")", ",", "?", "\"", "decimal(", "int64", "\\"));
        }

        @Override
        void read(String text) {
            ValueType type = ValueType.parse(text);
            if (!ValueType.parse(type.describe()).equals(type)) {
                throw new WrongAnswerError("'" + text + "' was read as '" + type.describe() + "'");
            }
        }
    }
}
