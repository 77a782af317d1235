/** What keeps the code of a provider from harming the process that it runs in. Start with {@link org.stowage.internal.guard.LimitedCall}. */
package org.stowage.internal.guard;
