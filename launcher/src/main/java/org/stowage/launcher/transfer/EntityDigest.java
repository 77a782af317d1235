package org.stowage.launcher.transfer;

/**
 * What an entity holds, in short.
 *
 * @param entity its name
 * @param rows how many rows there are
 * @param sha256 the digest of schema and rows in hexadecimal
 */
public record EntityDigest(String entity, long rows, String sha256) {}
