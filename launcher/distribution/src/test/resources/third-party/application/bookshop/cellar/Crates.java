package bookshop.cellar;

import jakarta.data.repository.CrudRepository;
import jakarta.data.repository.Repository;

@Repository
public interface Crates extends CrudRepository<Crate, Long> {}
