package org.stowage.internal.repository;

import java.lang.ref.Reference;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.stowage.internal.session.Session;
import org.stowage.spi.Access;
import org.stowage.spi.error.StoreException;
import org.stowage.spi.query.ScanRequest;
import org.stowage.spi.value.Row;
import org.stowage.store.RowStream;

/**
 * A result that is read later, while its transaction is on loan. It gives the loan back when it is closed, when it has been read to
 * its end, when reading fails, and at last when it has been forgotten.
 */
final class LeasedStream extends Spliterators.AbstractSpliterator<@Nullable Object> {

    private final EntityAccess access;
    private final Session.Lease lease;
    private final RowStream rows;
    private final RowDecoder decoder;
    private boolean atEnd;

    private LeasedStream(EntityAccess access, Session.Lease lease, RowStream rows, RowDecoder decoder) {
        super(Long.MAX_VALUE, Spliterator.ORDERED);
        this.access = access;
        this.lease = lease;
        this.rows = rows;
        this.decoder = decoder;
    }

    static Stream<@Nullable Object> of(EntityAccess access, ScanRequest request, RowDecoder decoder) {
        Session.Lease lease = access.session().lease(Access.READ_ONLY);
        try {
            access.shape().require(lease.transaction());
            LeasedStream stream =
                    new LeasedStream(access, lease, lease.transaction().scan(request), decoder);
            lease.watch(stream, StreamOrigin.here());
            return StreamSupport.stream(stream, false).onClose(stream::release);
        } catch (RuntimeException | Error failure) {
            lease.close();
            throw failure;
        }
    }

    @Override
    public boolean tryAdvance(Consumer<? super @Nullable Object> action) {
        if (atEnd) {
            return false;
        }
        Object value;
        try {
            Row row = rows.next();
            if (row == null) {
                atEnd = true;
                release();
                return false;
            }
            value = decoder.decode(row);
        } catch (StoreException failure) {
            release();
            throw access.failures().of(failure);
        } catch (RuntimeException | Error failure) {
            release();
            throw failure;
        } finally {
            // As long as it reads, it is not forgotten.
            Reference.reachabilityFence(this);
        }
        action.accept(value);
        return true;
    }

    /** Returns null: a transaction belongs to one thread, so a parallel stream reads in that one as well. */
    @Override
    public @Nullable Spliterator<@Nullable Object> trySplit() {
        return null;
    }

    private void release() {
        try (lease) {
            rows.close();
        } finally {
            Reference.reachabilityFence(this);
        }
    }
}
