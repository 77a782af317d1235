package org.stowage.testing;

import jakarta.data.repository.CrudRepository;
import jakarta.data.repository.Repository;

@Repository
interface Accounts extends CrudRepository<Account, Long> {}
