package org.stowage.example.ordering.users;

import jakarta.data.page.Page;
import jakarta.data.page.PageRequest;
import jakarta.data.repository.CrudRepository;
import jakarta.data.repository.Find;
import jakarta.data.repository.OrderBy;
import jakarta.data.repository.Repository;
import java.util.UUID;

/** All users. */
@Repository
public interface Users extends CrudRepository<User, UUID> {

    /** Returns a page of them by name. */
    @Find
    @OrderBy(_User.NAME)
    Page<User> byName(PageRequest page);
}
