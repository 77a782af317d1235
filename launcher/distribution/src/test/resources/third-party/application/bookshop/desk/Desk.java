package bookshop.desk;

import java.util.List;
import org.stowage.Stowage;

public final class Desk {

    private Desk() {}

    public static List<String> lendAndReturn(Stowage stowage) {
        Loans loans = stowage.repository(Loans.class);
        loans.save(new Loans.Loan(1, "emma", Loans.State.LENT));
        loans.save(new Loans.Loan(2, "dune", Loans.State.BACK));
        return loans.lent().toList();
    }
}
