/** Measures okx-connect beside other clients, in one run, and writes the table. */
@NullMarked
package io.okxconnect.benchmarks;

import org.jspecify.annotations.NullMarked;
