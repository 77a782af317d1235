package org.stowage.benchmarks.peer;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.WriteBuffer;
import org.h2.mvstore.type.BasicDataType;
import org.h2.mvstore.type.StringDataType;
import org.stowage.benchmarks.Product;

/** The bytes of a product, for MVStore. */
final class ProductType extends BasicDataType<Product> {

    private static final int SCALE = 2;
    private static final int MEMORY = 400;

    @Override
    public int getMemory(Product product) {
        return MEMORY;
    }

    @Override
    public void write(WriteBuffer buffer, Product product) {
        buffer.putVarLong(product.id());
        StringDataType.INSTANCE.write(buffer, product.sku());
        StringDataType.INSTANCE.write(buffer, product.name());
        buffer.putVarLong(product.price().movePointRight(SCALE).longValueExact());
        buffer.putVarInt(product.stock());
        StringDataType.INSTANCE.write(buffer, product.category());
        buffer.putVarLong(ChronoUnit.MICROS.between(Instant.EPOCH, product.updatedAt()));
        buffer.putVarInt(product.version());
    }

    @Override
    public Product read(ByteBuffer buffer) {
        return new Product(
                DataUtils.readVarLong(buffer),
                StringDataType.INSTANCE.read(buffer),
                StringDataType.INSTANCE.read(buffer),
                BigDecimal.valueOf(DataUtils.readVarLong(buffer), SCALE),
                DataUtils.readVarInt(buffer),
                StringDataType.INSTANCE.read(buffer),
                Instant.EPOCH.plus(DataUtils.readVarLong(buffer), ChronoUnit.MICROS),
                DataUtils.readVarInt(buffer));
    }

    @Override
    public Product[] createStorage(int size) {
        return new Product[size];
    }
}
