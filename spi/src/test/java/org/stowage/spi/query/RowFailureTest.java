package org.stowage.spi.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.stowage.spi.query.Places.SCHEMA;
import static org.stowage.spi.query.Places.row;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.stowage.spi.error.ErrorContext;
import org.stowage.spi.error.InvalidValueException;
import org.stowage.spi.error.StoreClosedException;
import org.stowage.spi.error.StoreException;
import org.stowage.spi.value.Row;

class RowFailureTest {

    @Test
    void namesNoKeyWhereTheRowHasNone() {
        Evaluator.Filter filter = failing(new InvalidValueException(ErrorContext.none(), "too short"));
        Row part = Row.of(null, "Ulm", null, null, null, null, null, null, null);

        assertThatThrownBy(() -> filter.matches(part, List.of()))
                .isInstanceOf(InvalidValueException.class)
                .hasMessage("'place': too short")
                .satisfies(e -> assertThat(((StoreException) e).key()).isEmpty());
    }

    @Test
    void passesOnWhatIsNotTheRowsFault() {
        StoreException closed = new StoreClosedException(ErrorContext.none(), "closed");

        assertThatThrownBy(() -> failing(closed).test(row(1, null, null), List.of()))
                .isSameAs(closed);
    }

    private static Evaluator.Filter failing(StoreException failure) {
        return RowFailure.locatedFilter(SCHEMA, (row, arguments) -> {
            throw failure;
        });
    }
}
