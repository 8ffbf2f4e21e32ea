/**
 * Signs OKX requests. {@link io.okxconnect.signing.RequestSigner} is the interface, which a hardware module can stand behind;
 * {@link io.okxconnect.signing.SigningTimestamp} writes the timestamps that are part of what is signed.
 */
@org.jspecify.annotations.NullMarked
package io.okxconnect.signing;
