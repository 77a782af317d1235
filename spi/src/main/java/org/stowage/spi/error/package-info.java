/**
 * What can go wrong, as one sealed family. Start at {@link org.stowage.spi.error.StoreException}: a subclass exists for each
 * reaction that a caller can have, and every one says where it happened.
 */
package org.stowage.spi.error;
