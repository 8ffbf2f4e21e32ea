/** Where an account lives: the OKX site it was opened at, and live or demo trading. */
@org.jspecify.annotations.NullMarked
package io.okxconnect.site;
