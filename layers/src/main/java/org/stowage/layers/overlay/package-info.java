/**
 * Copy-on-write branches of stores. An {@link org.stowage.layers.overlay.Overlay} reads through to the store beneath and keeps
 * what is written to itself, in the reference engine: so what it holds obeys every rule of a store in memory, and what is merged with it
 * is only what comes from beneath.
 */
package org.stowage.layers.overlay;
