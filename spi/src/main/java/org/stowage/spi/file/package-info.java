/** What providers that keep a store in files need alike: {@link org.stowage.spi.file.StoreLock} keeps everybody else out. */
package org.stowage.spi.file;
