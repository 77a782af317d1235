/**
 * How an application presents itself to a launcher. An {@link org.stowage.application.Application} is found by
 * {@link java.util.ServiceLoader}; it says which domains it has and which options it takes, and is started with a
 * {@link org.stowage.Stowage} that somebody else put together. It names no provider.
 */
package org.stowage.application;
