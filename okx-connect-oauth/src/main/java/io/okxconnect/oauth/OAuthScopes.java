package io.okxconnect.oauth;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Scopes as texts: how they are written, and whether a server gave more of them than it was to. */
final class OAuthScopes {
    private OAuthScopes() {}

    static List<String> texts(OAuthScope first, OAuthScope... more) {
        return texts(EnumSet.of(first, more));
    }

    /** In the order of the enum, so that the same scopes always make the same URL. */
    static List<String> texts(Collection<OAuthScope> scopes) {
        return scopes.stream().sorted().map(OAuthScope::text).toList();
    }

    /** RFC 6749 joins scopes with blanks, OKX with commas. */
    static Set<String> split(String joined) {
        List<String> words = new ArrayList<>(Arrays.asList(joined.trim().split("[\\s,]+", -1)));
        words.removeIf(String::isEmpty);
        return new LinkedHashSet<>(words);
    }

    /** Whether there is a scope beside those that were granted; whoever may trade may read as well. */
    static boolean exceed(Collection<String> given, Collection<String> granted) {
        Set<String> covered = new LinkedHashSet<>(granted);
        if (covered.contains(OAuthScope.TRADE.text())) {
            covered.add(OAuthScope.READ_ONLY.text());
        }
        return !covered.containsAll(given);
    }
}
