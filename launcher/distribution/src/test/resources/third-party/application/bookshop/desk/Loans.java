package bookshop.desk;

import jakarta.data.repository.CrudRepository;
import jakarta.data.repository.Repository;
import java.util.stream.Stream;

/** In a package that is opened, so nothing of it needs to be public. */
@Repository
interface Loans extends CrudRepository<Loans.Loan, Long> {

    enum State {
        LENT,
        BACK
    }

    record Loan(long id, String book, State state) {}

    default Stream<String> lent() {
        return findAll().filter(loan -> loan.state() == State.LENT).map(Loan::book);
    }
}
