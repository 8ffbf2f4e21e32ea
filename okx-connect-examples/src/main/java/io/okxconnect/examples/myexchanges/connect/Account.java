package io.okxconnect.examples.myexchanges.connect;

import io.okxconnect.ConnectionStatus;
import io.okxconnect.ConnectionSummary;

/**
 * A connected account, as its user sees it.
 *
 * @param number which of the user's accounts it is
 * @param summary what is stored about it; no secret
 * @param status how it is doing
 * @param look what was read when it was last looked at
 */
public record Account(int number, ConnectionSummary summary, ConnectionStatus status, Look look) {}
