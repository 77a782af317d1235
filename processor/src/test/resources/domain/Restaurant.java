package shop;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.stowage.entity.Version;

public record Restaurant(
        UUID id,
        String name,
        String city,
        Address address,
        List<String> tags,
        Kitchen kitchen,
        BigDecimal fee,
        Instant opened,
        int seats,
        @Version int version) {

    public record Address(String street, String place) {}

    public enum Kitchen {
        CREOLE,
        VEGAN
    }
}
