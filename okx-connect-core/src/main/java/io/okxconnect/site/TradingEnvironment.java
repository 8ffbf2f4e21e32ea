package io.okxconnect.site;

/**
 * Live or demo trading. A key belongs to one of them; used in the other, OKX refuses it with 50101 (OKX V5 docs, "Demo
 * Trading Services").
 */
public enum TradingEnvironment {
    /** Real money. */
    LIVE,
    /** OKX's demo trading: the same REST host, told apart by the header {@code x-simulated-trading: 1}. */
    DEMO
}
