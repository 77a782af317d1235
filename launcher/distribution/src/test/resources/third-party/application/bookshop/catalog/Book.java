package bookshop.catalog;

/** In a package that is exported, so it and its parts are public. */
public record Book(String id, String title, int pages) {}
