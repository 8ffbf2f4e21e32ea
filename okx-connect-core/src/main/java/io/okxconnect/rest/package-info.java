/**
 * One REST call as data: {@link io.okxconnect.rest.RestRequest} goes out, {@link io.okxconnect.rest.RestResponse} comes
 * back, and {@link io.okxconnect.rest.JsonValue} is the tree both are made of. The typed calls of okx-connect use these
 * too, so every OKX endpoint is within reach, known to okx-connect or not.
 */
@org.jspecify.annotations.NullMarked
package io.okxconnect.rest;
