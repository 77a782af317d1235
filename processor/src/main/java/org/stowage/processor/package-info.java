/**
 * The annotation processor. Core's own check reads classes, so {@link org.stowage.processor.Stubs} makes it classes of what is
 * being compiled: with the same members and annotations, and without bodies. Start at
 * {@link org.stowage.processor.StowageProcessor}.
 */
package org.stowage.processor;
