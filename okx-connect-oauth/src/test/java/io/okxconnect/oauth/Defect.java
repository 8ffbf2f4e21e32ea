package io.okxconnect.oauth;

/** What a broken variant does wrong; the attack table has to notice. */
enum Defect {
    NONE,
    /** Taking a pending authorization leaves it there. */
    STATE_STAYS,
    /** Nothing ever expires. */
    EXPIRY_IGNORED,
    /** Any session will do. */
    SESSION_IGNORED,
    /** An error without a state ends what is pending. */
    ANY_ERROR_CLOSES,
    /** The transport follows redirects. */
    REDIRECT_FOLLOWED,
    /** A domain that begins or ends like the site's is the site's. */
    DOMAIN_BY_SUFFIX,
    /** The receiver does not look at the Host header. */
    HOST_IGNORED,
    /** Nobody looks at what a key may do. */
    RIGHTS_IGNORED,
    /** Nobody looks at whose account it is. */
    USER_IGNORED,
    /** The callback says where to go next. */
    RETURN_FOLLOWED
}
