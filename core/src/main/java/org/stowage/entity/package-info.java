/**
 * What an entity class may say about how it is stored. None of it is needed: a record or class with an attribute {@code id} is an entity.
 * The annotations of {@code jakarta.persistence} and {@code jakarta.nosql} with the same meaning are understood as well.
 */
package org.stowage.entity;
