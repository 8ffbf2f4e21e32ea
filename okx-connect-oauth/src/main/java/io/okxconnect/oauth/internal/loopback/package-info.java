/** The tiny server that receives one callback on a desktop. Not for apps. */
@org.jspecify.annotations.NullMarked
package io.okxconnect.oauth.internal.loopback;
