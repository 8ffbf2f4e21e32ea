/** What can go wrong while an account is authorized: callback, token endpoint, loopback receiver. */
@org.jspecify.annotations.NullMarked
package io.okxconnect.oauth.error;
