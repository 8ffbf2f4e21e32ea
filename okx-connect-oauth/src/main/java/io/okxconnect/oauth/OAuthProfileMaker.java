package io.okxconnect.oauth;

import io.okxconnect.credential.Secret;
import io.okxconnect.oauth.internal.OkxProfile;
import org.jspecify.annotations.Nullable;

/** Makes the profile for one request, whose device may be another one than that of the next. */
@FunctionalInterface
interface OAuthProfileMaker {
    OkxProfile make(@Nullable Secret device);
}
