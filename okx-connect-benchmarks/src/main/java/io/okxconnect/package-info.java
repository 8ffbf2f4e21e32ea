/** The one door of the benchmarks into the connector. */
@NullMarked
package io.okxconnect;

import org.jspecify.annotations.NullMarked;
