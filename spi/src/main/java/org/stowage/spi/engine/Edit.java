package org.stowage.spi.engine;

/**
 * The right to change nodes in place. A node carries the edit that made it; who holds the same edit may change it, everybody else
 * copies. A new edit begins wherever somebody else may have got hold of the nodes: another transaction, or an open scan.
 */
final class Edit {}
