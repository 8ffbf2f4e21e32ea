/** Timestamp, signature and headers of a call. */
@NullMarked
package io.okxconnect.benchmarks.signing;

import org.jspecify.annotations.NullMarked;
