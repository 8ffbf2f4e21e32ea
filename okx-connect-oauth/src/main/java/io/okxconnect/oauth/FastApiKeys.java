package io.okxconnect.oauth;

import io.okxconnect.Grant;
import io.okxconnect.Grants;
import io.okxconnect.credential.AccessTokenCredential;
import io.okxconnect.credential.ApiKeyCredential;
import io.okxconnect.credential.Secret;
import io.okxconnect.error.ExchangeException;
import io.okxconnect.error.OkxConnectException;
import io.okxconnect.oauth.Repeats.Failure;
import io.okxconnect.oauth.error.FastApiException.KeyAtOkx;
import io.okxconnect.oauth.internal.FastApiAnswer;
import io.okxconnect.oauth.internal.OkxRefusal;
import io.okxconnect.oauth.internal.SecretText;
import io.okxconnect.rest.RestRequest;
import io.okxconnect.rest.RestResponse;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The app's one key at OKX during a connect: deletes it, makes it, and keeps account of what must be there now (endpoints and fields as in
 * OKX's sample app "builder-integration-demo"). Deleting can be repeated whatever happened, since a key that is gone counts as deleted.
 */
final class FastApiKeys {
    private static final String DELETE = "/api/v5/users/oauth/delete-apikey";
    private static final String CREATE = "/api/v5/users/oauth/apikey";
    private static final String NO_SUCH_KEY = "59506";
    private static final Set<Failure> MEND_DELETE =
            EnumSet.of(Failure.NOT_SENT, Failure.REFUSED_AT_THE_DOOR, Failure.OUTCOME_UNKNOWN);
    private static final Set<Failure> MEND_CREATE = EnumSet.of(Failure.NOT_SENT, Failure.REFUSED_AT_THE_DOOR);

    /** What is known of the key that this connect makes. */
    private enum Fresh {
        NONE,
        PERHAPS,
        THERE
    }

    private final Grants grants;
    private final Grant place;
    private final AccessTokenCredential token;
    private final FastApiSettings settings;
    private final Repeats repeats;
    private boolean touched;
    private boolean deleteOpen;
    private boolean deleted;
    private Fresh fresh = Fresh.NONE;

    FastApiKeys(Grants grants, Grant place, AccessTokenCredential token, FastApiSettings settings, Repeats repeats) {
        this.grants = grants;
        this.place = place;
        this.token = token;
        this.settings = settings;
        this.repeats = repeats;
    }

    /** Deletes the key that is there, if there is one. */
    void delete() {
        repeats.of(3, MEND_DELETE, () -> {
            deleteOnce();
            return null;
        });
    }

    private void deleteOnce() {
        try {
            call(RestRequest.post(DELETE).withoutBody());
            deleted = true;
        } catch (OkxConnectException failure) {
            if (!(failure instanceof ExchangeException refusal && refusal.code().equals(NO_SUCH_KEY))) {
                boolean open = Failure.of(failure) == Failure.OUTCOME_UNKNOWN;
                deleteOpen |= open;
                touched |= open;
                throw failure;
            }
            // Whoever took it away: a call of this connect whose answer got lost, or somebody else.
            deleted |= deleteOpen;
        }
        touched = true;
        deleteOpen = false;
        fresh = Fresh.NONE;
    }

    /** Makes a key; the caller closes it. */
    ApiKeyCredential create(Secret passphrase) {
        return repeats.of(2, MEND_CREATE, () -> createOnce(passphrase));
    }

    private ApiKeyCredential createOnce(Secret passphrase) {
        String text = SecretText.of(passphrase);
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("label", settings.label());
        body.put("passphrase", text);
        body.put("perm", settings.permission().word());
        body.put("bindApp", settings.binding().isBound());
        RestResponse answer;
        try {
            answer = call(RestRequest.post(CREATE).body(body));
        } catch (OkxConnectException failure) {
            if (Failure.of(failure) == Failure.OUTCOME_UNKNOWN) {
                fresh = Fresh.PERHAPS;
            }
            throw OkxRefusal.withoutEcho(failure, List.of(text));
        }
        fresh = Fresh.THERE;
        return FastApiAnswer.key(
                answer,
                text,
                settings.permission().allowed(),
                settings.binding().isBound());
    }

    private RestResponse call(RestRequest.Builder request) {
        return grants.call(place, token, request.timeout(settings.timeout()).build());
    }

    /** Notes that OKX does not know the new key any more: another connect of the same user took its place. */
    void supplanted() {
        fresh = Fresh.NONE;
        deleteOpen = true;
    }

    /** Whether a key that this connect made may still be there. */
    boolean leavesOne() {
        return fresh != Fresh.NONE;
    }

    /** Whether an earlier key may be gone: OKX did not refuse to delete it. */
    boolean mayHaveDeleted() {
        return touched;
    }

    /** Whether OKX said that it deleted one. */
    boolean hasDeleted() {
        return deleted;
    }

    KeyAtOkx state() {
        if (fresh == Fresh.THERE) {
            return KeyAtOkx.LEFT_BEHIND;
        }
        if (fresh == Fresh.PERHAPS || deleteOpen) {
            return KeyAtOkx.UNKNOWN;
        }
        return deleted ? KeyAtOkx.GONE : KeyAtOkx.UNTOUCHED;
    }
}
