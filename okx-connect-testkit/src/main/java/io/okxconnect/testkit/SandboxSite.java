package io.okxconnect.testkit;

/**
 * An OKX site: where a customer signed up. A key works only at the site of its owner; every site of a sandbox listens
 * on a port of its own, as OKX's sites answer under hosts of their own.
 */
public enum SandboxSite {
    /** The global site, {@code www.okx.com}. */
    GLOBAL,
    /** The site of the European Economic Area, {@code my.okx.com}. */
    EEA,
    /** The site of the United States and Australia, {@code app.okx.com}. */
    US,
    /** The site of Türkiye, {@code tr.okx.com}. */
    TR
}
