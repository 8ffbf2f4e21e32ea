package io.okxconnect.doctor;

import java.util.Locale;

/** Why an account does not connect, as the one thing to be dealt with first. */
public enum Cause {
    /** Nothing stands in the way: OKX accepts the key, and it passes the gate of the app's requirements. */
    HEALTHY,

    /** No connection to OKX's host can be opened. */
    NO_NETWORK,
    /** The name of OKX's host cannot be looked up. */
    DNS_FAILURE,
    /** The HTTP proxy cannot be reached, or does not open a tunnel. */
    PROXY_FAILURE,
    /** No TLS connection that can be trusted: a certificate that is wrong, or something in between that opens TLS. */
    TLS_FAILURE,
    /** A connection was opened and broke before an answer had come back whole. */
    CONNECTION_LOST,
    /** No answer in time. */
    TIMED_OUT,
    /** Something in front of OKX answered in its place: its edge network (HTML 403), a proxy, a login page. */
    EDGE_BLOCKED,

    /** OKX is down for maintenance (50001). */
    MAINTENANCE,
    /** OKX could not serve the call: busy (50013), a system error (50026), a timeout inside OKX (50004), HTTP 5xx. */
    OKX_UNAVAILABLE,
    /** Too many calls (50011 and its kin, HTTP 429). */
    RATE_LIMITED,

    /** This machine's clock is more than 30 s away from OKX's (50102), or so far off that only okx-connect's own correction keeps its calls alive. */
    CLOCK_SKEW,

    /** One of the three parts of the key is empty. */
    MISSING_FIELD,
    /** Something was pasted along with the key: blanks, quotes, invisible characters, other words. */
    STRAY_CHARACTERS,
    /** Two of the three parts stand in each other's place. */
    FIELDS_SWAPPED,
    /** The key belongs to another OKX site than the one it was tried at. */
    WRONG_SITE,
    /** The key died because it was not used for 14 days and is bound to no IP address, as far as the store knows its history. */
    KEY_EXPIRED,
    /** The key worked before, as the store knows, and OKX does not know it any more. */
    KEY_DELETED,
    /** OKX does not know the key (50119, 50111), and neither does the store. */
    KEY_UNKNOWN,
    /** A demo key on live trading, or the reverse (50101). */
    WRONG_ENVIRONMENT,
    /** The passphrase does not belong to the key (50105). */
    WRONG_PASSPHRASE,
    /** The secret key does not belong to the key: the signature is wrong (50113). */
    WRONG_SECRET,
    /** The address this machine calls from is not on the key's IP list (50110). */
    IP_NOT_ALLOWED,
    /** OKX has frozen the API key (50100). */
    API_FROZEN,
    /** OKX does not offer its service at the address this machine calls from (50121). */
    REGION_BLOCKED,

    /** The consent that the user gave the app has ended: cancelled, revoked or run out (53000 and its kin). */
    CONSENT_ENDED,

    /** OKX has frozen or blocked the account (50007 and its kin). */
    ACCOUNT_FROZEN,
    /** The account's state or local rules stand in the way, for example an identity check that is open. */
    ACCOUNT_RESTRICTED,

    /** The key lacks a permission that the app needs. */
    PERMISSION_MISSING,
    /** What the key may do is not known, so it may be able to withdraw. */
    PERMISSIONS_UNKNOWN,
    /** The key may withdraw, which the app's requirements refuse. */
    WITHDRAW_ENABLED,
    /** A check of the app's own refuses the key. */
    REFUSED_BY_CHECK,

    /** None of the others: what OKX said is in the evidence. */
    UNKNOWN;

    /**
     * The cause as a word for command lines and addresses.
     *
     * @return the name in lower case with hyphens, for example {@code wrong-site}
     */
    public String caseName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
