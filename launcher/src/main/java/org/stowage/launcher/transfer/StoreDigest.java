package org.stowage.launcher.transfer;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.stowage.spi.query.Condition;
import org.stowage.spi.query.Query;
import org.stowage.spi.query.ScanRequest;
import org.stowage.spi.schema.EntitySchema;
import org.stowage.spi.schema.SchemaCode;
import org.stowage.spi.value.CanonicalJson;
import org.stowage.spi.value.Field;
import org.stowage.spi.value.Row;
import org.stowage.store.RowStream;
import org.stowage.store.StoreTransaction;

/**
 * The SHA-256 of an entity: of its schema as the stores write it, and of its rows in the order of their keys, each as a JSON array of its
 * values on a line of its own. The same content has the same digest in every store.
 */
final class StoreDigest {

    private final EntitySchema schema;
    private final MessageDigest digest = sha256();
    private long rows;

    StoreDigest(EntitySchema schema) {
        this.schema = schema;
        update(SchemaCode.encode(schema));
    }

    /** Returns the digest of an entity as a transaction sees it. */
    static EntityDigest of(StoreTransaction transaction, EntitySchema schema, Runnable eachRow) {
        StoreDigest digest = new StoreDigest(schema);
        try (RowStream rows = transaction.scan(allByKey(schema))) {
            for (Row row = rows.next(); row != null; row = rows.next()) {
                digest.add(row);
                eachRow.run();
            }
        }
        return digest.result();
    }

    static ScanRequest allByKey(EntitySchema schema) {
        return ScanRequest.all(Query.of(schema, Condition.ALWAYS, List.of()));
    }

    void add(Row row) {
        StringBuilder line = new StringBuilder("[");
        List<Field> fields = schema.fields();
        for (int i = 0; i < fields.size(); i++) {
            Object value = row.get(i);
            line.append(i == 0 ? "" : ",")
                    .append(
                            value == null
                                    ? "null"
                                    : CanonicalJson.encode(fields.get(i).type(), value));
        }
        update(line.append(']').toString());
        rows++;
    }

    private void update(String line) {
        digest.update(line.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) '\n');
    }

    /** Returns the digest of what was added; nothing may be added afterwards. */
    EntityDigest result() {
        return new EntityDigest(schema.name(), rows, HexFormat.of().formatHex(digest.digest()));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
