package org.stowage.jsonfile;

/**
 * A journal that is written no more, and kept until the files of the entities hold its commits.
 *
 * @param number its own number
 * @param last the number of its last commit, or of the last before it
 * @param size how many bytes its lines take
 */
record ClosedJournal(long number, long last, long size) {}
