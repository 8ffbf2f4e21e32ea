/**
 * Interop with OAuth servers that nobody here wrote: they judge, these tests only ask. Run with {@code -Pinterop}; see {@code
 * docs/interop.md}.
 */
package io.okxconnect.oauth.interop;
