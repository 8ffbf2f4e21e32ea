/**
 * An OKX inside the JVM, for tests and examples: start at {@link io.okxconnect.testkit.OkxSandbox}.
 *
 * <p>The sandbox shares no code with the library that it tests: it works out every signature by itself, over the bytes
 * that arrived. It keeps passphrases, client secrets, codes and tokens as hashes, prints no secret, and writes nothing to any log. Its
 * server, Jetty, prints what arrives when its loggers are below INFO: leave {@code org.eclipse.jetty} at INFO or above,
 * and out of any search for leaked secrets.
 *
 * <h2>What it plays</h2>
 *
 * <ul>
 *   <li>Sites (Global, EEA, US, TR), live and demo trading, master and sub-accounts, keys with permissions, IP lists,
 *       linked apps and the 14-day rule, all by a settable clock.
 *   <li>REST under {@code /api/v5}: {@code public/time}, {@code public/instruments}, {@code market/ticker},
 *       {@code system/status}; {@code account/config}, {@code balance}, {@code positions}, {@code set-position-mode},
 *       {@code set-account-level}, {@code set-account-switch-precheck}, {@code account-level-switch-preset},
 *       {@code set-isolated-mode}, {@code set-leverage}, {@code leverage-info}, {@code max-size}, {@code trade-fee};
 *       {@code asset/balances}; {@code trade/order}, {@code cancel-order}, {@code orders-pending},
 *       {@code orders-algo-pending};
 *       {@code users/subaccount/list}. Each with its documented rate limit.
 *   <li>Pages for a browser: {@code /account/login-as}, {@code /account/settings/trading}, {@code /account/my-api},
 *       {@code /account/oauth}, {@code /account/connected-apps}.
 *   <li>Connecting an app, once it is registered with {@link io.okxconnect.testkit.OkxSandbox#registerOAuthClient}: the
 *       consent page, codes (10 minutes, once), {@code /v5/users/oauth/token} for apps with a secret and for apps with
 *       PKCE, refresh with rotation (1 hour, 3 days), {@code Authorization: Bearer} with {@code TERMID} on every private
 *       endpoint, Fast API keys at {@code users/oauth/apikey} and {@code users/oauth/delete-apikey}, and the user who
 *       takes it all back. {@link io.okxconnect.testkit.SandboxUser#agreeTo} stands in for the browser.
 *   <li>On request, OAuth 2.1 for agents: metadata, registration, {@code mcp/auth/token}.
 * </ul>
 *
 * <h2>How it reads what OKX leaves open</h2>
 *
 * <p>Where OKX's documents are unsure, or differ from what was seen, the sandbox asks more of a client, not less. Those
 * readings that {@link io.okxconnect.testkit.SandboxSwitch} names can be changed. Also so:
 *
 * <ul>
 *   <li>A request is checked in this order: method, headers, content type, timestamp form, clock window, key and site,
 *       environment, passphrase, signature, IP, frozen key, permission, body, rate limit.
 *   <li>An unknown path is answered with HTTP 404 and an HTML page; OKX's own answer is not documented.
 *   <li>{@code x-simulated-trading} means demo only if it is {@code 1}; any other value means live.
 *   <li>A key needs each permission itself: {@code trade} does not include {@code read_only}.
 *   <li>A rate limit counts in a sliding window; refused requests do not count. A user's live and demo account have
 *       budgets of their own.
 *   <li>The uid of a user is the same in live and demo trading.
 *   <li>{@code set-position-mode} is refused while anything is open even if the mode stays the same.
 *   <li>{@code set-account-level} to the current mode is answered as done. Pending orders and bots block every other
 *       switch. A switch to portfolio margin makes an idle account one-way.
 *   <li>An order without one of its required fields is refused as a whole (50014, HTTP 400); any other fault of an order
 *       is told in its row, under the code {@code 1} and HTTP 200.
 *   <li>An authorization request that is not in order is explained to the user; the app hears nothing. {@code state} is
 *       letters, digits, hyphen and underscore. No parameter is longer than 2048 characters (53015).
 *   <li>A code that was never issued, belongs to another app or comes with a wrong verifier is answered 53009; a wrong
 *       client secret 53010, as a wrong client id is. An exchange that fails after its code was found uses it up.
 *   <li>The token of another site's user is answered 53000 with HTTP 401. A call with both a signature and a token, or
 *       with a malformed {@code Authorization}, is answered 50114.
 *   <li>A scope holds for itself: {@code trade} does not include {@code read_only}. A Fast API key for {@code trade}
 *       includes both. {@code account/config} tells no IP list and no label to a token.
 *   <li>{@code account/config} lists the addresses that {@code bindApp} bound a key to.
 *   <li>The calls of a frozen account are answered 53004 with a token and 50100 with a key.
 *   <li>The token endpoint takes 20 calls in 2 seconds from an address, the key endpoints 5 in 2 seconds from a user.
 * </ul>
 *
 * <h2>What it does not play</h2>
 *
 * <p>WebSocket, OAuth device flow, broker commissions, batch and amended orders, algo orders other than a listed one that
 * blocks a change of modes, transfers, withdrawals, margin trading (refused with 54000),
 * funding fees, liquidation and margin tiers: a pre-check is never answered with {@code sCode} 4, and
 * {@code liqPx} stays empty. Each instrument has one price, without a spread, and orders fill whole or not at all.
 */
@org.jspecify.annotations.NullMarked
package io.okxconnect.testkit;
