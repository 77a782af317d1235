package org.stowage.example.ordering.users;

import java.util.UUID;
import org.stowage.entity.Unique;
import org.stowage.example.ordering.Texts;

/**
 * Somebody who orders.
 *
 * @param id what the person is known by
 * @param name what the person is called, not blank
 * @param email where the person can be written to; nobody else has the same
 */
public record User(UUID id, String name, @Unique String email) {

    /** Creates the user. */
    public User {
        Texts.notBlank("name", name);
        Texts.notBlank("email", email);
        int at = email.indexOf('@');
        if (at < 1 || at == email.length() - 1) {
            throw new IllegalArgumentException("email '" + email + "' must have something before and after an @");
        }
    }
}
