/**
 * One open store, guarded: the same rules on every provider. Start at {@link org.stowage.store.OpenStore}; the work is done in a
 * {@link org.stowage.store.StoreTransaction}.
 */
package org.stowage.store;
