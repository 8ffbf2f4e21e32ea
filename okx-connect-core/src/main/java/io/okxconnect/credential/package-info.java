/**
 * Credentials and where they are kept. {@code ApiKeyCredential} is what an app passes in; {@code CredentialStore} is the
 * interface of a store: in memory, in an encrypted file, or the app's own.
 */
@org.jspecify.annotations.NullMarked
package io.okxconnect.credential;
