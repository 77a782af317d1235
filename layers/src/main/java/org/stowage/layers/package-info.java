/**
 * Layers: stores over stores. Each is written once and works over the store of any provider, because it knows nothing but the SPI. Start at
 * {@link org.stowage.layers.StoreLayer}.
 */
package org.stowage.layers;
