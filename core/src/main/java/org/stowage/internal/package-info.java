/** What several of the internal packages need. */
package org.stowage.internal;
