package io.okxconnect.internal.pacing;

import java.net.URI;

/**
 * Whom OKX counts, and where.
 *
 * @param host the site's REST base
 * @param account the app's name of the account; {@code ""} for this machine's address
 */
record PartyKey(URI host, String account) {}
