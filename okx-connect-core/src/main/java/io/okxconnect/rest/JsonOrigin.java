package io.okxconnect.rest;

import io.okxconnect.error.MalformedResponseException;
import io.okxconnect.error.Outcome;

/** The answer a value came from, so that a value of the wrong form can say whose it was. */
record JsonOrigin(String endpoint, int httpStatus, Outcome outcomeIfUnreadable) {

    MalformedResponseException malformed(String expected) {
        return new MalformedResponseException(endpoint, httpStatus, expected, outcomeIfUnreadable);
    }
}
