package io.okxconnect.account;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The permissions of the calling API key ({@code perm} of the account configuration). Order, case and blanks do not
 * matter, and unknown words are kept. A word that is not of 1 to 32 letters a to z, digits and {@code _} is kept as
 * {@value ShownText#UNREADABLE}; it counts as {@linkplain #unrecognised() unrecognised}.
 *
 * <p>A missing or empty list means that the permissions are <em>not known</em>, never that one is absent: ask for a
 * {@link PermissionState}. Immutable.
 */
public final class ApiPermissions {
    private static final Pattern PLAIN_WORD = Pattern.compile("[a-z0-9_]{1,32}");
    /** Another separator, other letters, or a key in place of a word: there is more to the key than can be read. */
    private static final ApiPermission UNREADABLE = ApiPermission.of(ShownText.UNREADABLE);

    private static final ApiPermissions UNKNOWN = new ApiPermissions(Set.of());

    private final Set<ApiPermission> all;

    private ApiPermissions(Set<ApiPermission> all) {
        this.all = all;
    }

    /**
     * Reads OKX's list.
     *
     * @param perm comma-separated words; null, empty or only commas, blanks and characters that do not show give {@link
     *     #unknown()}
     * @return the permissions
     */
    public static ApiPermissions parse(@Nullable String perm) {
        if (perm == null) {
            return UNKNOWN;
        }
        Set<ApiPermission> found = Arrays.stream(perm.split(",", -1))
                .map(ApiPermission::of)
                .filter(word -> !word.text().isEmpty())
                .map(word -> isPlain(word) ? word : UNREADABLE)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        return found.isEmpty() ? UNKNOWN : new ApiPermissions(Collections.unmodifiableSet(found));
    }

    private static boolean isPlain(ApiPermission word) {
        return PLAIN_WORD.matcher(word.text()).matches() && !ShownText.isKeyLike(word.text());
    }

    /**
     * Permissions that OKX did not tell.
     *
     * @return a value for which every {@link #state} is {@link PermissionState#UNKNOWN}
     */
    public static ApiPermissions unknown() {
        return UNKNOWN;
    }

    /**
     * Whether OKX told the permissions at all.
     *
     * @return false if the list was missing or empty
     */
    public boolean isKnown() {
        return !all.isEmpty();
    }

    /**
     * What OKX says about one permission.
     *
     * @param permission the permission
     * @return its state
     */
    public PermissionState state(ApiPermission permission) {
        if (!isKnown()) {
            return PermissionState.UNKNOWN;
        }
        return all.contains(permission) ? PermissionState.GRANTED : PermissionState.NOT_GRANTED;
    }

    /**
     * Whether the key may read.
     *
     * @return the state of {@link ApiPermission#READ_ONLY}
     */
    public PermissionState read() {
        return state(ApiPermission.READ_ONLY);
    }

    /**
     * Whether the key may trade.
     *
     * @return the state of {@link ApiPermission#TRADE}
     */
    public PermissionState trade() {
        return state(ApiPermission.TRADE);
    }

    /**
     * Whether the key may withdraw.
     *
     * @return the state of {@link ApiPermission#WITHDRAW}
     */
    public PermissionState withdraw() {
        return state(ApiPermission.WITHDRAW);
    }

    /**
     * All words of the list.
     *
     * @return in OKX's order, unknown ones included; empty if the permissions are not known
     */
    public Set<ApiPermission> all() {
        return all;
    }

    /**
     * The words this version does not know.
     *
     * @return in OKX's order
     */
    public List<ApiPermission> unrecognised() {
        return all.stream().filter(permission -> !permission.isKnown()).toList();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ApiPermissions that && all.equals(that.all);
    }

    @Override
    public int hashCode() {
        return all.hashCode();
    }

    /** {@return the words, comma-separated, or {@code unknown}} */
    @Override
    public String toString() {
        return isKnown() ? all.stream().map(ApiPermission::text).collect(Collectors.joining(",")) : "unknown";
    }
}
