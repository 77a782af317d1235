package bookshop.cellar;

/** In a package that is neither exported nor opened. */
public record Crate(long id, int weight) {}
