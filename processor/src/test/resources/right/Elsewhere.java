package shop;

import jakarta.data.repository.*;

/** Another library's, which may mean anything. */
@Repository(provider = "Hibernate")
interface Elsewhere extends CrudRepository<Restaurant, String> {

    @Find
    Restaurant named(@By("nmae") int name);
}

/** A part of other repositories, and none by itself. */
interface Part<T> extends DataRepository<T, String> {

    @Find
    T named(@By("nmae") int name);
}

/** Nothing of ours. */
interface Unrelated {

    void open();
}
