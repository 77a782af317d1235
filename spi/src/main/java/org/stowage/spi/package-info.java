/**
 * What a persistence provider implements. A {@link org.stowage.spi.PersistenceProvider} is found by
 * {@link java.util.ServiceLoader}, opens {@linkplain org.stowage.spi.Store stores}, whose work is done in
 * {@linkplain org.stowage.spi.Transaction transactions}. The required methods are about a dozen; the optional interfaces
 * ({@link org.stowage.spi.RowCounter}, {@link org.stowage.spi.ScanExplainer}, {@link org.stowage.spi.Unwrapping}) let an engine do what it can do
 * better. A transaction's {@link org.stowage.spi.Scan} may ignore every hint: the engine finishes the work.
 */
package org.stowage.spi;
