package io.okxconnect.account;

/** Which trading an isolated-margin setting is for ({@code type} of OKX V5 "Isolated margin trading settings"). */
public enum IsolatedMarginScope {
    /** Margin trading of spot pairs; shown as {@code mgnIsoMode} in the account configuration. */
    MARGIN,
    /** Futures, swaps and options; shown as {@code ctIsoMode} in the account configuration. */
    CONTRACTS
}
