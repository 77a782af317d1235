/** Which transaction a piece of work runs in: the one its thread is in, or one of its own. */
package org.stowage.internal.session;
