/**
 * Credentials and where they are kept. {@code ApiKeyCredential} is what an app passes in; {@code CredentialStore} is the
 * interface of a store: in memory, in an encrypted file, in a database that many nodes share, or the app's own.
 * {@code CredentialStores.copy} moves from one to another.
 */
@org.jspecify.annotations.NullMarked
package io.okxconnect.credential;
