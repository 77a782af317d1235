package org.stowage.launcher.input;

/**
 * A number as it is written, so that no digit is lost before its type is known.
 *
 * @param digits as JSON allows it
 */
record NumberText(String digits) {

    @Override
    public String toString() {
        return digits;
    }
}
