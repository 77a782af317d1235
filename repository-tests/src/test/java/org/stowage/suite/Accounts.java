package org.stowage.suite;

import jakarta.data.repository.CrudRepository;
import jakarta.data.repository.Query;

interface Accounts extends CrudRepository<Account, Integer> {

    @Query("select balance where id = ?1")
    long balance(int id);

    @Query("update Account set balance = balance + :amount where id = :id")
    long add(int id, long amount);

    @Query("select count(this)")
    long count();
}
