package io.okxconnect.internal.pacing;

import io.okxconnect.site.TradingEnvironment;
import java.net.URI;

/**
 * What fails as one: live and demo trading share a host's name, but not what answers behind it.
 *
 * @param host the site's REST base
 * @param environment live or demo
 */
record BreakerKey(URI host, TradingEnvironment environment) {}
