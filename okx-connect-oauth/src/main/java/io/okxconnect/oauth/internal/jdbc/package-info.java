/** Pending authorizations in a database: statements, rows and their encryption. Not for apps. */
@org.jspecify.annotations.NullMarked
package io.okxconnect.oauth.internal.jdbc;
