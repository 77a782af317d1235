package org.stowage.suite;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.stowage.entity.Unique;
import org.stowage.entity.Version;

/** An entity with a version and a unique attribute. */
record Account(
        int id,
        @Nullable @Unique String owner,
        long balance,
        @Version int version) {

    static Account of(int id, long balance) {
        return new Account(id, "owner " + id, balance, 0);
    }

    static List<Account> three() {
        return List.of(of(1, 10), of(2, 20), of(3, 30));
    }

    Account with(long newBalance) {
        return new Account(id, owner, newBalance, version);
    }

    Account at(int newVersion) {
        return new Account(id, owner, balance, newVersion);
    }
}
