/** Whole calls, each client in a process of its own. */
@NullMarked
package io.okxconnect.benchmarks.calls;

import org.jspecify.annotations.NullMarked;
