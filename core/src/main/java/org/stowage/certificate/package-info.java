/**
 * What the conformance kit has found of a provider, as a file in the provider's JAR: a {@link org.stowage.certificate.Certificate}, its
 * {@link org.stowage.certificate.CertificateState state}, and the digest that ties it to the classes. It is a statement, which anybody can
 * write, and no signature.
 */
package org.stowage.certificate;
