package org.stowage.jsonfile;

import java.util.OptionalLong;
import java.util.Set;
import org.stowage.spi.schema.PhysicalName;

/** The names of the files in a store's folder. Those that are none of these belong to somebody else and are left alone. */
final class FileNames {

    static final String LOCK = "LOCK";
    static final String MANIFEST = "manifest";
    static final String ENTITY_SUFFIX = ".json";

    private static final String JOURNAL_PREFIX = "journal-";
    private static final String NEW_SUFFIX = ".new";
    private static final String ENTITY_PREFIX = "c_";

    // Names that Windows keeps for itself, whatever their suffix.
    private static final Set<String> DEVICES = Set.of(
            "con", "prn", "aux", "nul", "com0", "com1", "com2", "com3", "com4", "com5", "com6", "com7", "com8", "com9",
            "lpt0", "lpt1", "lpt2", "lpt3", "lpt4", "lpt5", "lpt6", "lpt7", "lpt8", "lpt9");

    private FileNames() {}

    /**
     * Returns the name of an entity's file: its physical name, which no file system merges with another's, without the prefix that a
     * file does not need.
     */
    static String ofEntity(String entity) {
        String physical = PhysicalName.entity(entity);
        String bare = physical.substring(ENTITY_PREFIX.length());
        boolean bareIsFree = !DEVICES.contains(bare) && !bare.startsWith(ENTITY_PREFIX);
        return (bareIsFree ? bare : physical) + ENTITY_SUFFIX;
    }

    static boolean isEntity(String name) {
        return name.endsWith(ENTITY_SUFFIX) && !name.startsWith(".");
    }

    static String ofJournal(long number) {
        return JOURNAL_PREFIX + number;
    }

    /** Returns the number of a journal, or empty if the name is not that of one. */
    static OptionalLong journalNumber(String name) {
        if (!name.startsWith(JOURNAL_PREFIX)) {
            return OptionalLong.empty();
        }
        String digits = name.substring(JOURNAL_PREFIX.length());
        boolean number = !digits.isEmpty()
                && digits.length() <= 18
                && digits.charAt(0) != '0'
                && digits.chars().allMatch(digit -> digit >= '0' && digit <= '9');
        return number ? OptionalLong.of(Long.parseLong(digits)) : OptionalLong.empty();
    }

    /** Returns the name under which a fold prepares a file; each fold has its own, so that a failed one is in nobody's way. */
    static String prepared(String name, long fold) {
        return name + "." + fold + NEW_SUFFIX;
    }

    /** Returns whether a name is one that {@link #prepared} gives. */
    static boolean isPrepared(String name) {
        if (!name.endsWith(NEW_SUFFIX)) {
            return false;
        }
        String withFold = name.substring(0, name.length() - NEW_SUFFIX.length());
        int dot = withFold.lastIndexOf('.');
        String target = dot < 0 ? "" : withFold.substring(0, dot);
        String fold = withFold.substring(dot + 1);
        return (target.equals(MANIFEST) || isEntity(target))
                && !fold.isEmpty()
                && fold.chars().allMatch(digit -> digit >= '0' && digit <= '9');
    }
}
