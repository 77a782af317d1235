/**
 * The reference engine: multi-version, ordered, indexed snapshots in memory, with one serializable writer and readers that never
 * wait. A building block for providers: {@link org.stowage.spi.engine.Engine} is a whole
 * {@link org.stowage.spi.Store}, and {@link org.stowage.spi.engine.CommitLog} is where a provider makes its commits durable. Start at
 * {@link org.stowage.spi.engine.EngineBuilder}.
 */
package org.stowage.spi.engine;
