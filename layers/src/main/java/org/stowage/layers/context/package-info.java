/**
 * The class loader of a provider as the context class loader of all of its calls, and of nothing else: see {@link
 * org.stowage.layers.context.ContextLoader}.
 */
package org.stowage.layers.context;
