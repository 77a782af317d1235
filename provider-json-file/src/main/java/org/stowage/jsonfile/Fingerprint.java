package org.stowage.jsonfile;

/**
 * What tells one content of a file from another.
 *
 * @param size in bytes
 * @param checksum CRC-32C
 */
record Fingerprint(long size, int checksum) {}
