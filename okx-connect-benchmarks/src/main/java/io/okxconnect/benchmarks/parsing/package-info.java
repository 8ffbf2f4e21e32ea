/** Answers made into typed values. */
@NullMarked
package io.okxconnect.benchmarks.parsing;

import org.jspecify.annotations.NullMarked;
