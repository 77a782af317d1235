/** What to write, as data: a {@link org.stowage.spi.change.Change} is one atomic batch against one entity. */
package org.stowage.spi.change;
