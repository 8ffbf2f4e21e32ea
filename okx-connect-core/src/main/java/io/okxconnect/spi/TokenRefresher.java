package io.okxconnect.spi;

import io.okxconnect.credential.AccessTokenCredential;
import io.okxconnect.credential.CredentialMetadata;

/**
 * Asks the server that gave out tokens for new ones (RFC 6749, section 6). The okx-connect-oauth module brings those that OKX needs.
 *
 * <p>An implementation is safe for use by many threads. For one account it is called by one thread at a time, also across the processes
 * that share a store, as long as it returns within {@link #LONGEST_SECONDS} seconds.
 */
public interface TokenRefresher {

    /** How long a refresh may take, in seconds; another process tries after that. */
    int LONGEST_SECONDS = 45;

    /**
     * Refreshes tokens once.
     *
     * @param account what is stored about the account
     * @param current the tokens in use; left for the caller to close
     * @return the new tokens; the caller closes them
     * @throws io.okxconnect.error.ReauthorizationRequiredException if only the user's new consent helps
     * @throws io.okxconnect.error.OkxConnectException any other, if the tokens could not be refreshed and a later try may succeed
     */
    AccessTokenCredential refresh(CredentialMetadata account, AccessTokenCredential current);
}
