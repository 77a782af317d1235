package org.stowage.launcher.transfer;

/** What an import does with a row whose key is in the store already. */
public enum ImportMode {
    /** It fails. */
    INSERT,
    /** It replaces the row. */
    SAVE
}
