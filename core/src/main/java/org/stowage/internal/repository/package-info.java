/**
 * Repositories. {@link org.stowage.internal.repository.RepositoryFactory} makes one of an interface: a
 * {@link org.stowage.internal.repository.RepositoryReader} checks it whole and prepares a {@link org.stowage.internal.repository.Plan} for
 * each method, so that a call only looks its plan up and runs it.
 */
package org.stowage.internal.repository;
