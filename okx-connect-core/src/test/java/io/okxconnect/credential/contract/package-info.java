/**
 * The contract test of {@code CredentialStore}, published in core's test-jar: extend {@code CredentialStoreContract} to test
 * a store of your own.
 */
package io.okxconnect.credential.contract;
