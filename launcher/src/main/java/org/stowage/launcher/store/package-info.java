/** Which store is meant, and opening it: {@link org.stowage.launcher.store.StoreFinder} decides, {@link org.stowage.launcher.store.OpenStores} opens. */
package org.stowage.launcher.store;
