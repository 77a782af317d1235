/**
 * Entity classes as schemas and rows. {@link org.stowage.internal.entity.EntityModel} is what a class says of itself;
 * {@link org.stowage.internal.entity.EntityMapping} turns its objects into rows of a stored schema and back.
 */
package org.stowage.internal.entity;
