/** When work that clashed with other work is done again. */
package org.stowage.internal.retry;
