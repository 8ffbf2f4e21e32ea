package io.okxconnect.internal.account;

import io.okxconnect.rest.RestRequest;
import io.okxconnect.rest.RestResponse;

/** Makes one call for one account: signed, repeated where that is safe, and refused answers already thrown. */
@FunctionalInterface
public interface CallPort {

    /**
     * Makes the call.
     *
     * @param request what to send
     * @return an accepted answer: its code is {@code 0}
     * @throws io.okxconnect.error.OkxConnectException if it was refused, failed, or cannot be read
     */
    RestResponse call(RestRequest request);
}
