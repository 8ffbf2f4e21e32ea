package io.okxconnect.oauth;

/** Whether a callback must name its issuer in {@code iss} (RFC 9207). One that names another is refused either way. */
public enum IssuerCheck {
    /** An {@code iss} is compared if it is there. */
    IF_PRESENT,
    /** An {@code iss} must be there: for servers that publish {@code authorization_response_iss_parameter_supported}. */
    REQUIRED
}
