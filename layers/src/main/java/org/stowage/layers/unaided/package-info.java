/** Searches without the store's help, to see whether its help is at fault. */
package org.stowage.layers.unaided;
