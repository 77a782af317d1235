package org.stowage.jsonfile;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.stowage.spi.error.CorruptStoreException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonToken;
import tools.jackson.core.exc.JacksonIOException;

/**
 * What the files of the entities are, as long as a journal goes with them. The moment at which a new manifest takes the place of the
 * old one is the moment at which all files that a fold has prepared take the place of the old ones.
 *
 * @param commit the last commit that the files hold
 * @param fold which fold of the store's opening made it; the files it prepared carry that number
 * @param files the fingerprint of each file, by name
 * @param dropped the files of entities that are no more
 */
record Manifest(long commit, long fold, Map<String, Fingerprint> files, List<String> dropped) {

    Manifest {
        files = Map.copyOf(files);
        dropped = List.copyOf(dropped);
    }

    void write(OutputStream out) throws IOException {
        try {
            JsonGenerator json = Json.to(out);
            json.writeRaw("{\n  \"commit\": " + commit + ",\n  \"fold\": " + fold + ",\n  \"files\": [");
            String separator = "\n    ";
            for (Map.Entry<String, Fingerprint> file : new TreeMap<>(files).entrySet()) {
                json.writeRaw(separator);
                json.writeStartObject();
                json.writeStringProperty("name", file.getKey());
                json.writeNumberProperty("size", file.getValue().size());
                json.writeNumberProperty("checksum", file.getValue().checksum());
                json.writeEndObject();
                separator = ",\n    ";
            }
            json.writeRaw("\n  ],\n  \"dropped\": ");
            json.writeStartArray();
            dropped.forEach(json::writeString);
            json.writeEndArray();
            json.writeRaw("\n}\n");
            json.flush();
        } catch (JacksonIOException e) {
            throw e.getCause();
        }
    }

    static Manifest read(Folder folder, StoreErrors errors) throws IOException {
        InputStream in = folder.read(FileNames.MANIFEST);
        try (JsonText text =
                new JsonText(in, errors.context(), position -> FilePlace.of(folder, FileNames.MANIFEST, position))) {
            text.next(JsonToken.START_OBJECT, "an object");
            long commit = number(text, "commit");
            long fold = number(text, "fold");
            Map<String, Fingerprint> files = files(text);
            List<String> dropped = dropped(text);
            text.next(JsonToken.END_OBJECT, "the end of the object");
            text.end();
            return new Manifest(commit, fold, files, dropped);
        }
    }

    private static Map<String, Fingerprint> files(JsonText text) throws IOException {
        Map<String, Fingerprint> files = new TreeMap<>();
        name(text, "files");
        text.next(JsonToken.START_ARRAY, "a list");
        while (text.next() == JsonToken.START_OBJECT) {
            name(text, "name");
            String file = fileName(text, text.nextString("the name of a file"));
            files.put(file, new Fingerprint(number(text, "size"), (int) number(text, "checksum")));
            text.next(JsonToken.END_OBJECT, "the end of the object");
        }
        if (text.token() != JsonToken.END_ARRAY) {
            throw text.wrong("expected the end of the list, found " + text.found());
        }
        return files;
    }

    private static List<String> dropped(JsonText text) throws IOException {
        List<String> dropped = new ArrayList<>();
        name(text, "dropped");
        text.next(JsonToken.START_ARRAY, "a list");
        while (text.next() == JsonToken.VALUE_STRING) {
            dropped.add(fileName(text, text.string()));
        }
        if (text.token() != JsonToken.END_ARRAY) {
            throw text.wrong("expected the end of the list, found " + text.found());
        }
        return dropped;
    }

    // What is named here is renamed and deleted, so it must be in the folder.
    private static String fileName(JsonText text, String name) throws CorruptStoreException {
        if (!FileNames.isEntity(name) || name.contains("/") || name.contains("\\")) {
            throw text.wrong(JsonText.shown(name) + " is no name of an entity's file");
        }
        return name;
    }

    private static long number(JsonText text, String member) throws IOException {
        name(text, member);
        text.next(JsonToken.VALUE_NUMBER_INT, "a whole number");
        Long number = text.wholeNumber();
        if (number == null) {
            throw text.wrong("expected a whole number of 64 bits, found " + text.found());
        }
        return number;
    }

    private static void name(JsonText text, String member) throws IOException {
        if (!member.equals(text.nextName())) {
            throw text.wrong("expected '" + member + "', found " + text.found());
        }
    }
}
