package org.stowage.spi.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stowage.spi.error.InvalidNameException;
import org.stowage.spi.error.InvalidValueException;
import org.stowage.spi.error.LimitExceededException;
import org.stowage.spi.error.SchemaMismatchException;
import org.stowage.spi.error.StoreException;
import org.stowage.spi.value.ValueType;

class EntitySchemaTest {

    private static EntitySchema.Builder item() {
        return EntitySchema.named("item")
                .required("id", ValueType.INT64)
                .required("name", ValueType.TEXT)
                .optional("note", ValueType.TEXT)
                .optional("tags", ValueType.parse("list(text)"))
                .required("version", ValueType.INT64)
                .key("id");
    }

    @Test
    void describesAnEntity() {
        EntitySchema schema =
                item().version("version").index(Index.on("name", "note")).build();
        assertThat(schema.position("note")).isEqualTo(2);
        assertThat(schema.position("none")).isEqualTo(-1);
        assertThat(schema.versionPosition()).isEqualTo(4);
        assertThat(schema.keyPositions()).containsExactly(0);
        assertThat(schema.toBuilder().build()).isEqualTo(schema).hasSameHashCodeAs(schema);
        assertThat(item().build().versionPosition()).isEqualTo(-1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "_", "$", "größe", "名前", "class", "𝒜"})
    void acceptsIdentifiers(String name) {
        assertThat(item().required(name, ValueType.TEXT).build().field(name)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "a b",
                "a-b",
                "1a",
                "a.b",
                "a'b",
                "a\0b",
                "\u0001a",
                "a\u00AD",
                "a\uD800",
                "a;drop table"
            })
    void refusesOtherNames(String name) {
        assertThatThrownBy(() -> item().required(name, ValueType.TEXT).build())
                .isInstanceOf(InvalidNameException.class)
                .hasMessageContaining("'" + name + "' cannot be the name of a field");
        assertThatThrownBy(() -> EntitySchema.named(name)
                        .required("id", ValueType.TEXT)
                        .key("id")
                        .build())
                .isInstanceOf(InvalidNameException.class)
                .hasMessageContaining("cannot be the name of an entity");
    }

    @Test
    void limitsNames() {
        assertThat(item().required("x".repeat(200), ValueType.TEXT).build()).isNotNull();
        assertThatThrownBy(
                        () -> item().required("x".repeat(201), ValueType.TEXT).build())
                .isInstanceOf(InvalidNameException.class)
                .hasMessageContaining("201 characters");
    }

    @Test
    void limitsFields() {
        EntitySchema.Builder builder = EntitySchema.named("wide").key("f0");
        for (int i = 0; i < 256; i++) {
            builder.required("f" + i, ValueType.INT64);
        }
        assertThat(builder.build().fields()).hasSize(256);
        assertThatThrownBy(() -> builder.required("f256", ValueType.INT64).build())
                .isInstanceOf(LimitExceededException.class)
                .hasMessageContaining("'257' fields");
    }

    @Test
    void refusesWhatIsNotConsistent() {
        assertRefused(item().required("name", ValueType.TEXT), "two fields named 'name'");
        assertRefused(EntitySchema.named("item").required("id", ValueType.INT64), "has no key");
        assertRefused(item().key("idd"), "names field 'idd', which it has not; did you mean 'id'?");
        assertRefused(item().key("id", "id"), "names field 'id' twice");
        assertRefused(item().key("note"), "key field 'note' of entity 'item' may be null");
        assertRefused(
                item().key("tags"),
                "field 'tags' of entity 'item' cannot be part of the key: 'list(text)' has no order");
        assertRefused(item().version("versoin"), "did you mean 'version'?");
        assertRefused(item().version("name"), "version field 'name' of entity 'item' is 'text': expected 'int64'");
        assertRefused(item().optional("v", ValueType.INT64).version("v"), "is 'int64?': expected 'int64', not null");
        assertRefused(item().index(Index.on("nam")), "did you mean 'name'?");
        assertRefused(item().index(Index.on("tags")), "cannot be part of an index");
        assertRefused(item().index(Index.on("name")).index(Index.unique("name")), "two indexes on [name]");
        assertRefused(
                item().optional("s", new ValueType.Struct(List.of())), "structure 's' of entity 'item' has no fields");
    }

    private static void assertRefused(EntitySchema.Builder builder, String message) {
        assertThatThrownBy(builder::build)
                .isInstanceOf(SchemaMismatchException.class)
                .hasMessageContaining(message)
                .satisfies(
                        error -> assertThat(((StoreException) error).entity()).contains("item"));
    }

    @Test
    void checksTypesDeeply() {
        ValueType deep = ValueType.INT64;
        for (int i = 0; i < 64; i++) {
            deep = new ValueType.ListOf(deep);
        }
        assertThat(item().optional("deep", deep).build()).isNotNull();
        ValueType tooDeep = new ValueType.ListOf(deep);
        assertThatThrownBy(() -> item().optional("deep", tooDeep).build())
                .isInstanceOf(LimitExceededException.class)
                .hasMessageContaining("'deep'");
        assertThatThrownBy(() -> item().optional("address", ValueType.parse("struct(1city text)"))
                        .build())
                .isInstanceOf(InvalidNameException.class)
                .hasMessageContaining("'1city' cannot be the name of a field of structure 'address'");
        assertThatThrownBy(() -> item().optional("state", new ValueType.Enumeration(List.of("\0")))
                        .build())
                .isInstanceOf(InvalidValueException.class);
    }
}
