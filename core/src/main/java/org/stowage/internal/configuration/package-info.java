/**
 * Which stores there are and what lives where, from several sources. Each source becomes a
 * {@link org.stowage.internal.configuration.Settings}; {@link org.stowage.internal.configuration.StoreLayout} puts them together.
 */
package org.stowage.internal.configuration;
