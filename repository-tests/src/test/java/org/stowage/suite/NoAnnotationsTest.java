package org.stowage.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.data.exceptions.MappingException;
import jakarta.data.repository.CrudRepository;
import jakarta.data.repository.Query;
import jakarta.persistence.Access;
import jakarta.persistence.AccessType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stowage.Stowage;

/** Entities whose annotations were there when they were compiled, and are not when they run. */
@OnEveryStore
class NoAnnotationsTest {

    @Entity
    @Access(AccessType.FIELD)
    @jakarta.nosql.Entity
    static class Note {

        @Id
        @jakarta.nosql.Id
        long id;

        @Column(nullable = false)
        @jakarta.nosql.Column
        @Nullable String text;
    }

    interface Notes extends CrudRepository<Note, Long> {

        @Query("select text order by id")
        List<String> texts();
    }

    /** The program, which the class loader below loads anew. */
    public static final class Program implements Function<Stowage, List<String>> {

        @Override
        public List<String> apply(Stowage stowage) {
            Notes notes = stowage.repository(Notes.class);
            Note note = new Note();
            note.id = Note.class.getAnnotations().length;
            note.text = "number " + note.id;
            notes.insert(note);
            return notes.texts();
        }
    }

    @Entity
    static class Keyed {

        @Id
        @Nullable String word;

        @Nullable String text;
    }

    interface Keyeds extends CrudRepository<Keyed, Integer> {}

    /** A program that cannot do without them. */
    public static final class OtherProgram implements Function<Stowage, Object> {

        @Override
        public Object apply(Stowage stowage) {
            return stowage.repository(Keyeds.class);
        }
    }

    /** Loads the classes of this test by itself, and knows no library of annotations. */
    private static final class WithoutAnnotations extends ClassLoader {

        WithoutAnnotations() {
            super(NoAnnotationsTest.class.getClassLoader());
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (name.startsWith("jakarta.persistence.") || name.startsWith("jakarta.nosql.")) {
                throw new ClassNotFoundException(name);
            }
            if (!name.startsWith(NoAnnotationsTest.class.getName())) {
                return super.loadClass(name, resolve);
            }
            synchronized (getClassLoadingLock(name)) {
                Class<?> loaded = findLoadedClass(name);
                return loaded == null ? define(name) : loaded;
            }
        }

        private Class<?> define(String name) throws ClassNotFoundException {
            try (InputStream content = getParent().getResourceAsStream(name.replace('.', '/') + ".class")) {
                if (content == null) {
                    throw new ClassNotFoundException(name);
                }
                byte[] bytes = content.readAllBytes();
                return defineClass(name, bytes, 0, bytes.length);
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
    }

    private final Stowage stowage;

    NoAnnotationsTest(TestStore store, @TempDir Path folder) {
        stowage = store.open(folder);
    }

    @AfterEach
    void close() {
        stowage.close();
    }

    @SuppressWarnings("unchecked")
    private static <R> Function<Stowage, R> program(Class<?> type) throws Exception {
        return (Function<Stowage, R>) new WithoutAnnotations()
                .loadClass(type.getName())
                .getDeclaredConstructor()
                .newInstance();
    }

    @Test
    void areStoredByConventionThen() throws Exception {
        assertThat(new Program().apply(stowage)).containsExactly("number 3");
        assertThat(NoAnnotationsTest.<List<String>>program(Program.class).apply(stowage))
                .containsExactly("number 0", "number 3");
    }

    @Test
    void areToldWhatIsMissingThen() {
        assertThatThrownBy(() -> program(OtherProgram.class).apply(stowage))
                .isInstanceOf(MappingException.class)
                .hasMessageContaining("it has no id; name an attribute 'id' or 'keyedId', or mark one with @Id");
    }
}
