/** Waiting for somebody else's code, and no longer than is bearable. */
package org.stowage.internal.limit;
