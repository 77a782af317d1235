package shop;

import jakarta.data.repository.*;
import java.time.*;
import java.util.*;

/** No parent, several entities, and every type that is stored by itself. */
@Repository
public interface Orders {

    @Insert
    void place(Order order);

    @Save
    List<Courier> employ(List<Courier> couriers);

    @Delete
    void cancel(Order order);

    @Find
    List<Courier> ofCourier(@By("name") String name);

    @Query("from Order where placed >= :since and state <> State.DONE")
    List<Order> open(Instant since);

    @Query("select id from Order where total > 10.5")
    List<UUID> large();

    record Courier(char id, String name, OffsetDateTime hired) {}

    record Order(
            UUID id,
            State state,
            Instant placed,
            ZonedDateTime due,
            LocalDate day,
            LocalTime time,
            LocalDateTime at,
            Duration patience,
            Year year,
            java.net.URI page,
            java.math.BigDecimal total,
            java.math.BigInteger cents,
            byte[] signature,
            boolean paid,
            double weight,
            Set<State> states,
            Line[] lines,
            Optional<String> note) {}

    record Line(String dish, int count) {}

    enum State {
        OPEN {
            @Override
            boolean mayChange() {
                return true;
            }
        },
        DONE {
            @Override
            boolean mayChange() {
                return false;
            }
        };

        abstract boolean mayChange();
    }
}
