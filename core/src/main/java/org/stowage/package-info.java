/**
 * The front door. {@link org.stowage.Stowage} opens stores and hands out repositories over them;
 * {@link org.stowage.ProviderRegistry} finds the providers that are there; {@link org.stowage.StowageBuilder} says which entity
 * lives in which store. What happens inside one store is in {@link org.stowage.store}.
 */
package org.stowage;
