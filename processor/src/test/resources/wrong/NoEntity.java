package shop;

import jakarta.data.repository.*;

@Repository
interface NoEntity {

    @Query("where name = 'Dooky Chase'")
    long dooky(); // ! nothing says which entity it is about; return the entity, or let the repository extend DataRepository<Entity, Key>
}
