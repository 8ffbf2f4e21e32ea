package io.okxconnect.testkit;

import io.okxconnect.testkit.internal.model.Reading;

/**
 * A reading of OKX's behaviour other than the sandbox's default. Where OKX's documentation is unsure or contradicts
 * what was seen, the sandbox takes the reading that asks more of a client; each of these switches takes another one.
 */
public enum SandboxSwitch {
    /** Counts no requests: code 50011 is never answered. */
    RATE_LIMITS_OFF(Reading.RATE_LIMITS_OFF),
    /** Answers 50011 with HTTP 200, which OKX documents beside the default, 429. */
    RATE_LIMIT_AS_HTTP_200(Reading.RATE_LIMIT_AS_HTTP_200),
    /** Answers for deleted and expired keys with 50111 "invalid"; by default 50119 "doesn't exist". */
    DEAD_KEYS_ARE_INVALID(Reading.DEAD_KEYS_ARE_INVALID),
    /** Answers 50119 and 50120 with HTTP 200 as documented; by default with 401 as observed. */
    KEY_REFUSALS_AS_HTTP_200(Reading.KEY_REFUSALS_AS_HTTP_200),
    /** Lets the position mode be set in Spot mode, where OKX does not say what happens; by default 51010. */
    POSITION_MODE_IN_SPOT(Reading.POSITION_MODE_IN_SPOT),
    /** Takes a position mode that is already set although positions or orders are open; by default 59000. */
    SAME_POSITION_MODE_IS_FINE(Reading.SAME_POSITION_MODE_IS_FINE),
    /** Refuses isolated margin for contracts in Futures mode with 51010, as one page of OKX's documents reads. */
    NO_ISOLATED_DERIVATIVES(Reading.NO_ISOLATED_DERIVATIVES),
    /** Answers {@code account/leverage-info} at {@link SandboxSite#EEA} with 404, as it was once seen. */
    EEA_WITHOUT_LEVERAGE_INFO(Reading.EEA_WITHOUT_LEVERAGE_INFO),
    /**
     * Has the consent page at {@code /account/authlogin}, where older versions of OKX's script sent users; by default at {@code
     * /account/oauth}. Whoever is sent to the other path ends at {@code /account/users}, as it was seen.
     */
    AUTHORIZE_AT_AUTHLOGIN(Reading.AUTHORIZE_AT_AUTHLOGIN),
    /** Shows the consent page only with {@code flow=code} in its address; by default only agents need that. */
    AUTHORIZE_NEEDS_FLOW(Reading.AUTHORIZE_NEEDS_FLOW),
    /** Leaves a user who agrees at {@code /account/users}, as it was once seen: the app hears nothing. */
    CONSENT_WITHOUT_CALLBACK(Reading.CONSENT_WITHOUT_CALLBACK),
    /** Lets the user pick a sub-account on the consent page; by default the app gets the account that is logged in. */
    CONSENT_OFFERS_SUB_ACCOUNTS(Reading.CONSENT_OFFERS_SUB_ACCOUNTS),
    /** Tells an app that the user declined by {@code error_msg}; by default by {@code error} and {@code error_description}. */
    DECLINE_AS_ERROR_MSG(Reading.DECLINE_AS_ERROR_MSG),
    /** Sends a user who declines back with the {@code state} alone. */
    DECLINE_WITHOUT_REASON(Reading.DECLINE_WITHOUT_REASON),
    /** Leaves a user who declines at {@code /account/users}: the app hears nothing. */
    DECLINE_WITHOUT_CALLBACK(Reading.DECLINE_WITHOUT_CALLBACK),
    /** Leaves {@code domain} out of the callback; by default it names the user's site. */
    CALLBACK_WITHOUT_DOMAIN(Reading.CALLBACK_WITHOUT_DOMAIN),
    /** Takes a form for a token call beside JSON; by default a form is answered 53010. */
    TOKEN_CALL_TAKES_FORM(Reading.TOKEN_CALL_TAKES_FORM),
    /** Asks for {@code redirect_uri} when a code is exchanged; by default it may be left out, and is compared if sent. */
    TOKEN_CALL_NEEDS_REDIRECT_URI(Reading.TOKEN_CALL_NEEDS_REDIRECT_URI),
    /**
     * Has the token endpoint at {@code /api/v5/users/oauth/token} and nothing at {@code /v5/users/oauth/token}; by default the
     * other way round.
     */
    TOKEN_PATH_UNDER_API(Reading.TOKEN_PATH_UNDER_API),
    /** Puts {@code uid} and {@code scope} beside the tokens, as one app reported. */
    TOKEN_ANSWER_TELLS_UID_AND_SCOPE(Reading.TOKEN_ANSWER_TELLS_UID_AND_SCOPE),
    /**
     * Revokes the tokens that a code gave when the code is sent again (RFC 6749, section 4.1.2); by default the second call
     * is answered 53012 and nothing else happens.
     */
    CODE_REPLAY_REVOKES(Reading.CODE_REPLAY_REVOKES),
    /**
     * Asks public clients for {@code term_id} on the authorization request; by default the device may also be named by the
     * token call alone, as {@code term_id} or in the header {@code TERMID}. Where it is named twice, both must agree.
     */
    TERM_ID_ON_AUTHORIZE(Reading.TERM_ID_ON_AUTHORIZE),
    /** Reads no device id from token calls: a token is bound to the device that first uses it. */
    TERM_ID_ON_CALLS_ONLY(Reading.TERM_ID_ON_CALLS_ONLY),
    /** Takes a refresh that does not name the device; by default 53011. */
    REFRESH_WITHOUT_TERM_ID(Reading.REFRESH_WITHOUT_TERM_ID),
    /** Takes a refresh of a confidential client without its secret; by default 53011. */
    REFRESH_WITHOUT_SECRET(Reading.REFRESH_WITHOUT_SECRET),
    /** Lets all refresh tokens end three days after the user agreed; by default each lives three days. */
    REFRESH_WINDOW_FIXED(Reading.REFRESH_WINDOW_FIXED),
    /**
     * Revokes everything that came of a consent when a refresh token is used twice (RFC 9700, section 4.14.2); by default
     * the second use is answered 53005 and nothing else happens.
     */
    REFRESH_REUSE_REVOKES(Reading.REFRESH_REUSE_REVOKES),
    /** Answers 53000 for an access token that a refresh has replaced; by default 53003. */
    REPLACED_TOKENS_ARE_INVALID(Reading.REPLACED_TOKENS_ARE_INVALID),
    /** Answers 53002 for an access token that a refresh has replaced; by default 53003. */
    REPLACED_TOKENS_ARE_EXPIRED(Reading.REPLACED_TOKENS_ARE_EXPIRED),
    /**
     * Refuses ordinary calls with an access token and {@code x-simulated-trading: 1} with 50101; by default they reach the
     * demo account.
     */
    BEARER_WITHOUT_DEMO(Reading.BEARER_WITHOUT_DEMO),
    /** Allows an app one Fast API key per user in each environment; by default one in all. */
    FAST_API_KEY_PER_ENVIRONMENT(Reading.FAST_API_KEY_PER_ENVIRONMENT),
    /** Takes a comma list for the {@code perm} of a Fast API key; by default one word. */
    FAST_API_PERM_LIST(Reading.FAST_API_PERM_LIST),
    /**
     * Answers with the {@code perm} that was asked for; by default with all that it gives, {@code read_only,trade} for {@code
     * trade}.
     */
    FAST_API_ECHOES_PERM(Reading.FAST_API_ECHOES_PERM),
    /** Leaves the passphrase out of the answer that gives a Fast API key. */
    FAST_API_HIDES_PASSPHRASE(Reading.FAST_API_HIDES_PASSPHRASE),
    /** Takes any characters in the label of a Fast API key; by default letters and digits. */
    FREE_FAST_API_LABELS(Reading.FREE_FAST_API_LABELS),
    /** Takes any ASCII punctuation in the passphrase of a Fast API key; by default {@code !@#$%} beside letters and digits. */
    FREE_FAST_API_PASSPHRASES(Reading.FREE_FAST_API_PASSPHRASES),
    /**
     * Counts {@code bindApp} as an IP list that keeps an idle key alive; by default a live Fast API key that may trade dies
     * after 14 days without use even if it is bound.
     */
    BOUND_FAST_API_KEYS_LIVE_ON(Reading.BOUND_FAST_API_KEYS_LIVE_ON),
    /** Answers 50117 and 59506 with HTTP 400 and 53018 with HTTP 200; by default the other way round. OKX documents neither. */
    UNDOCUMENTED_STATUSES_SWAPPED(Reading.UNDOCUMENTED_STATUSES_SWAPPED),
    /** Serves agents: metadata, registration and tokens by OAuth 2.1 beside those of OKX's brokers; by default nothing is there. */
    AGENT_OAUTH(Reading.AGENT_OAUTH),
    /** Names the registration endpoint in the agents' metadata; by default it is left out. */
    AGENT_REGISTRATION_ADVERTISED(Reading.AGENT_REGISTRATION_ADVERTISED);

    private final Reading reading;

    SandboxSwitch(Reading reading) {
        this.reading = reading;
    }

    Reading reading() {
        return reading;
    }
}
