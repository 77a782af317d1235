package org.stowage.launcher.input;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.stowage.launcher.FailureException;
import org.stowage.spi.error.NearestName;
import org.stowage.spi.value.Field;

/** Finds the fields of all records of a file by reading it once. */
public final class SchemaGuess {

    private final RecordSource source;
    private final Map<String, TypeGuess> guesses = new LinkedHashMap<>();
    private final Map<String, Field> given;
    private @Nullable List<String> lastNames;
    private TypeGuess[] lastGuesses = new TypeGuess[0];
    private long records;

    private SchemaGuess(RecordSource source, Map<String, Field> given) {
        this.source = source;
        this.given = given;
    }

    /**
     * Returns the fields in the order in which they first come.
     *
     * @param given fields whose types are known, by name
     * @param progress is told how many bytes were read
     */
    public static List<Field> fields(RecordSource source, Map<String, Field> given, LongConsumer progress) {
        return new SchemaGuess(source, given).read(progress);
    }

    private List<Field> read(LongConsumer progress) {
        try (RecordReader reader = source.open(progress)) {
            reader.names().forEach(this::guess);
            for (SourceRecord record = reader.next(); record != null; record = reader.next()) {
                try {
                    look(record);
                } catch (FailureException e) {
                    throw source.wrong(record.line(), e.getMessage() + " (or give its type with --types)", e);
                }
            }
        }
        if (records == 0 && (guesses.isEmpty() || !given.keySet().containsAll(guesses.keySet()))) {
            throw new FailureException(source.file().shown()
                    + " holds no record, so there is nothing to tell types from; give them all with --types");
        }
        given.keySet().stream()
                .filter(name -> !guesses.containsKey(name))
                .findFirst()
                .ifPresent(name -> {
                    throw new FailureException(source.file().shown() + " has no field '" + name
                            + "', which --types names" + NearestName.hint(name, guesses.keySet()));
                });
        return guesses.entrySet().stream()
                .map(guess ->
                        given.getOrDefault(guess.getKey(), guess.getValue().field(guess.getKey())))
                .toList();
    }

    private void look(SourceRecord record) {
        // Most records have the names of the one before.
        if (!record.names().equals(lastNames)) {
            lastGuesses = record.names().stream().map(this::guess).toArray(TypeGuess[]::new);
            lastNames = record.names();
            markMissing(record.names());
        }
        for (int i = 0; i < lastGuesses.length; i++) {
            if (!given.containsKey(record.names().get(i))) {
                lastGuesses[i].look(record.values().get(i));
            }
        }
        records++;
    }

    private TypeGuess guess(String name) {
        return guesses.computeIfAbsent(name, added -> {
            TypeGuess guess = new TypeGuess(added, source.format() == InputFormat.CSV);
            if (records > 0) {
                guess.missing();
            }
            return guess;
        });
    }

    private void markMissing(List<String> names) {
        if (names.size() < guesses.size()) {
            guesses.forEach((name, guess) -> {
                if (!names.contains(name)) {
                    guess.missing();
                }
            });
        }
    }
}
