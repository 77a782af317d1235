package shop;

import jakarta.data.repository.*;
import java.util.*;
import org.stowage.entity.*;

/** An attribute of a type of the application's own, which a converter among its sources stores. */
@Repository
interface Menus extends CrudRepository<Menu, UUID> {

    @Find
    List<Menu> in(Language language);

    @Query("where language = :language order by language")
    List<Menu> sorted(Language language);
}

record Menu(UUID id, Language language) {}

final class Language {

    private final String code;

    Language(String code) {
        this.code = code;
    }

    String code() {
        return code;
    }
}

final class LanguageConverter extends TextConverter<Language> {

    @Override
    public Class<Language> type() {
        return Language.class;
    }

    @Override
    public String toStored(Language value) {
        return value.code();
    }

    @Override
    public Language fromStored(String stored) {
        return new Language(stored);
    }
}

abstract class TextConverter<T> implements Converter<T, String> {

    @Override
    public Class<String> storedType() {
        return String.class;
    }
}
