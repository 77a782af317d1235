/**
 * Jakarta Data's query language for those who have a store but no Java classes. Start at {@link org.stowage.query.Jdql}: it prepares a
 * text against the schemas of a store; the {@link org.stowage.query.PreparedQuery} then runs in a transaction as often as one likes.
 */
package org.stowage.query;
