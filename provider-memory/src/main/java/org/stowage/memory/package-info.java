/** The provider {@code memory}. The store itself is {@link org.stowage.spi.engine.Engine}; there is nothing to add to it. */
package org.stowage.memory;
