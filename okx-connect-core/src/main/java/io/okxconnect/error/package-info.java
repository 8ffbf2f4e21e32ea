/**
 * What can go wrong, as types. Start at {@link io.okxconnect.error.OkxConnectException}: every failure of a call, a store
 * or a connect is one of its subclasses and carries what to do next. A wrong argument is an {@link
 * io.okxconnect.error.InvalidArgumentException}, thrown before anything is sent.
 */
@org.jspecify.annotations.NullMarked
package io.okxconnect.error;
