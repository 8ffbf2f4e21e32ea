/** Finds out why an account does not connect: looks, decides on one cause, and puts it in words. */
@org.jspecify.annotations.NullMarked
package io.okxconnect.internal.doctor;
