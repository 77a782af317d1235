package org.stowage.spi.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stowage.spi.error.InvalidNameException;
import org.stowage.spi.error.SchemaMismatchException;
import org.stowage.spi.error.TypeMismatchException;
import org.stowage.spi.value.Field;
import org.stowage.spi.value.ValueType;

class SchemaChangeTest {

    private static final EntitySchema ITEM = EntitySchema.named("item")
            .required("id", ValueType.INT64)
            .required("name", ValueType.TEXT)
            .optional("note", ValueType.TEXT)
            .required("version", ValueType.INT64)
            .key("id")
            .version("version")
            .index(Index.on("name"))
            .build();

    @Test
    void createsDropsAndRenamesEntities() {
        assertThat(new SchemaChange.CreateEntity(ITEM).applyTo(null)).isEqualTo(ITEM);
        assertRefused(new SchemaChange.CreateEntity(ITEM), ITEM, "entity 'item' cannot be created: it exists");
        assertThat(new SchemaChange.DropEntity("item").applyTo(ITEM)).isNull();
        assertRefused(new SchemaChange.DropEntity("item"), null, "the store has no such entity");
        EntitySchema renamed = applied(new SchemaChange.RenameEntity("item", "product"));
        assertThat(renamed.name()).isEqualTo("product");
        assertThat(renamed.fields()).isEqualTo(ITEM.fields());
        assertThatThrownBy(() -> applied(new SchemaChange.RenameEntity("item", "a b")))
                .isInstanceOf(InvalidNameException.class);
    }

    @Test
    void addsFieldsAtTheEnd() {
        Field field = Field.optional("price", ValueType.DECIMAL);
        assertThat(applied(new SchemaChange.AddField("item", field, null)).fields())
                .endsWith(field);
        Field required = Field.required("stock", ValueType.INT64);
        assertThat(applied(new SchemaChange.AddField("item", required, 0L)).fields())
                .endsWith(required);
        assertRefused(
                new SchemaChange.AddField("item", required, null),
                ITEM,
                "'stock' of entity 'item' cannot be added without a value");
        assertRefused(
                new SchemaChange.AddField("item", Field.optional("name", ValueType.TEXT), null),
                ITEM,
                "'name' of entity 'item' cannot be added: it exists");
        assertThatThrownBy(() -> applied(new SchemaChange.AddField("item", required, "0")))
                .isInstanceOf(TypeMismatchException.class);
    }

    @Test
    void dropsFieldsThatNothingNeeds() {
        EntitySchema dropped = applied(new SchemaChange.DropField("item", "note"));
        assertThat(dropped.field("note")).isEmpty();
        assertThat(dropped.position("version")).isEqualTo(2);
        assertRefused(new SchemaChange.DropField("item", "id"), ITEM, "cannot be dropped: the key needs it");
        assertRefused(
                new SchemaChange.DropField("item", "version"), ITEM, "cannot be dropped: optimistic locking needs it");
        assertRefused(
                new SchemaChange.DropField("item", "name"), ITEM, "cannot be dropped: the index on [name] needs it");
        assertRefused(
                new SchemaChange.DropField("item", "nota"),
                ITEM,
                "entity 'item' has no field 'nota'; did you mean 'note'?");
    }

    @Test
    void renamesFieldsWhereverTheyAreUsed() {
        EntitySchema renamed = applied(new SchemaChange.RenameField("item", "id", "number"));
        assertThat(renamed.key()).containsExactly("number");
        assertThat(applied(new SchemaChange.RenameField("item", "version", "revision"))
                        .version())
                .contains("revision");
        assertThat(applied(new SchemaChange.RenameField("item", "name", "title"))
                        .indexes())
                .containsExactly(Index.on("title"));
        assertThat(applied(new SchemaChange.RenameField("item", "note", "remark"))
                        .position("remark"))
                .isEqualTo(2);
        assertRefused(new SchemaChange.RenameField("item", "note", "name"), ITEM, "another field has that name");
        assertRefused(new SchemaChange.RenameField("item", "nope", "name"), ITEM, "has no field 'nope'");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "text | text | true",
                "text | int64 | false",
                "decimal(2) | decimal(4) | true",
                "decimal(2) | decimal | true",
                "decimal | decimal | true",
                "decimal(4) | decimal(2) | false",
                "decimal | decimal(2) | false",
                "decimal | int64 | false",
                "enum(A,B) | enum(C,B,A) | true",
                "enum(A,B) | enum(A) | false",
                "enum(A,B) | text | false",
                "list(decimal(2)) | list(decimal) | true",
                "list(text) | list(int64) | false",
                "list(text) | text | false",
                "struct(a text) | struct(a? text) | true",
                "struct(a? text) | struct(a text) | false",
                "struct(a text) | struct(b text) | false",
                "struct(a text) | struct(a text, b? text) | false",
                "struct(a text) | struct(a int64) | false",
                "struct(a text) | list(text) | false"
            })
    void widensTypesOnlyWhereEveryValueStaysAllowed(String from, String to, boolean wider) {
        EntitySchema before =
                ITEM.toBuilder().required("it", ValueType.parse(from)).build();
        Field field = Field.required("it", ValueType.parse(to));
        SchemaChange change = new SchemaChange.WidenField("item", field);
        if (wider) {
            assertThat(change.applyTo(before))
                    .isEqualTo(ITEM.toBuilder().field(field).build());
        } else {
            assertRefused(
                    change,
                    before,
                    "field 'it' of entity 'item' cannot be made '"
                            + field.type().describe() + "'");
        }
    }

    @Test
    void widensToNullButNotBack() {
        SchemaChange widen = new SchemaChange.WidenField("item", Field.optional("name", ValueType.TEXT));
        assertThat(applied(widen).field("name")).contains(Field.optional("name", ValueType.TEXT));
        assertRefused(
                new SchemaChange.WidenField("item", Field.required("note", ValueType.TEXT)),
                ITEM,
                "not every 'text?' fits into it");
        assertRefused(
                new SchemaChange.WidenField("item", Field.optional("id", ValueType.INT64)),
                ITEM,
                "key field 'id' of entity 'item' may be null");
    }

    @Test
    void createsAndDropsIndexes() {
        Index index = Index.unique("name", "note");
        assertThat(applied(new SchemaChange.CreateIndex("item", index)).indexes())
                .containsExactly(Index.on("name"), index);
        assertThat(applied(new SchemaChange.DropIndex("item", Index.on("name"))).indexes())
                .isEmpty();
        assertRefused(
                new SchemaChange.CreateIndex("item", Index.unique("name")), ITEM, "cannot be created: there is one");
        assertRefused(new SchemaChange.CreateIndex("item", Index.on("nam")), ITEM, "did you mean 'name'?");
        assertRefused(new SchemaChange.DropIndex("item", index), ITEM, "cannot be dropped: there is none");
    }

    private static EntitySchema applied(SchemaChange change) {
        EntitySchema after = change.applyTo(ITEM);
        assertThat(after).isNotNull();
        return Objects.requireNonNull(after);
    }

    private static void assertRefused(SchemaChange change, @Nullable EntitySchema before, String message) {
        assertThatThrownBy(() -> change.applyTo(before))
                .isInstanceOf(SchemaMismatchException.class)
                .hasMessageContaining(message);
    }

    @Test
    void findsNoDifferenceInTheOrderOfFields() {
        EntitySchema wanted = EntitySchema.named("item")
                .required("version", ValueType.INT64)
                .optional("note", ValueType.TEXT)
                .required("name", ValueType.TEXT)
                .required("id", ValueType.INT64)
                .key("id")
                .version("version")
                .index(Index.on("name"))
                .build();
        assertThat(SchemaDifference.between(ITEM, wanted).none()).isTrue();
    }

    @Test
    void makesSafeChangesThatLeadToTheWantedSchema() {
        EntitySchema wanted = EntitySchema.named("item")
                .required("id", ValueType.INT64)
                .optional("name", ValueType.TEXT)
                .optional("note", ValueType.TEXT)
                .required("version", ValueType.INT64)
                .optional("price", ValueType.DECIMAL)
                .key("id")
                .version("version")
                .index(Index.unique("name"))
                .index(Index.on("price"))
                .build();
        SchemaDifference difference = SchemaDifference.between(ITEM, wanted);
        assertThat(difference.unsafe()).isEmpty();
        EntitySchema schema = ITEM;
        for (SchemaChange change : difference.safe()) {
            schema = Objects.requireNonNull(change.applyTo(schema));
        }
        assertThat(schema).isEqualTo(wanted);
        assertThat(SchemaDifference.between(null, wanted).safe())
                .containsExactly(new SchemaChange.CreateEntity(wanted));
    }

    @Test
    void tellsWhatNeedsADecision() {
        EntitySchema wanted = EntitySchema.named("item")
                .required("id", ValueType.INT64)
                .required("name", ValueType.INT64)
                .required("notes", ValueType.TEXT)
                .required("version", ValueType.INT64)
                .key("id", "name")
                .build();
        assertThat(SchemaDifference.between(ITEM, wanted).unsafe())
                .containsExactly(
                        "the key is [id] in the store and [id, name] in the application: copy the rows to a new entity",
                        "the version field is 'version' in the store and absent in the application: declare a step that changes it",
                        "field 'name' is 'text' in the store and 'int64' in the application: declare a step that rewrites it",
                        "field 'notes' is new and may not be null: declare a step that gives the rows that exist a value, or let it be null",
                        "field 'note' is in the store and not in the application: declare a step that drops it or rename it to 'notes'");
        assertThatThrownBy(
                        () -> SchemaDifference.between(ITEM, applied(new SchemaChange.RenameEntity("item", "other"))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void writesSchemasAsText() {
        EntitySchema schema = ITEM.toBuilder()
                .optional("state", ValueType.parse("enum(OPEN,\"on hold\")"))
                .optional("address", ValueType.parse("struct(city text, floor? int64)"))
                .index(Index.unique("note", "name"))
                .build();
        String text = SchemaCode.encode(schema);
        assertThat(text)
                .startsWith(
                        "{\"format\":1,\"name\":\"item\",\"fields\":[{\"name\":\"id\",\"type\":\"int64\",\"nullable\":false},")
                .endsWith(
                        "\"key\":[\"id\"],\"version\":\"version\",\"indexes\":[{\"fields\":[\"name\"],\"unique\":false},"
                                + "{\"fields\":[\"note\",\"name\"],\"unique\":true}]}");
        assertThat(SchemaCode.decode(text)).isEqualTo(schema);
        EntitySchema plain =
                EntitySchema.named("e").required("id", ValueType.TEXT).key("id").build();
        assertThat(SchemaCode.decode(SchemaCode.encode(plain))).isEqualTo(plain);
    }

    @Test
    void readsNoTextThatIsNoSchema() {
        String text = SchemaCode.encode(ITEM);
        assertThatThrownBy(() -> SchemaCode.decode(text.replace("\"format\":1", "\"format\":2")))
                .hasMessageContaining("format '2'");
        assertThatThrownBy(() -> SchemaCode.decode(text.substring(1))).hasMessageContaining("character '1'");
        assertThatThrownBy(() -> SchemaCode.decode(text.replace("int64", "int65")))
                .hasMessageContaining("did you mean 'int64'?");
        assertThatThrownBy(() -> SchemaCode.decode(text.replace("\"fields\":[\"name\"]", "\"fields\":[]")))
                .hasMessageContaining("expected one field or more");
        assertThatThrownBy(() -> SchemaCode.decode(text.replace("\"fields\":[\"name\"]", "\"fields\":[\"id\",\"id\"]")))
                .hasMessageContaining("none twice");
        assertThatThrownBy(() -> SchemaCode.decode(text.replace("\"key\":[\"id\"]", "\"key\":[]")))
                .isInstanceOf(SchemaMismatchException.class);
    }
}
