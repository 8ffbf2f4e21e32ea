package io.okxconnect.internal.doctor;

import io.okxconnect.credential.ShapeHint;
import io.okxconnect.internal.call.ActiveCredential;
import io.okxconnect.site.Site;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * What is examined.
 *
 * @param key signs the reads
 * @param hints what looks odd about the pasted parts
 * @param granted whether the app got it by the user's consent, so that nobody pasted it and only a new consent replaces it
 * @param home where the app wants the account
 * @param otherSites further sites to which the key may be sent
 * @param search how far the examination may go
 * @param history what the store knows of the key; asked only if OKX does not know it
 */
public record Patient(
        ActiveCredential key,
        Set<ShapeHint> hints,
        boolean granted,
        Place home,
        List<Site> otherSites,
        Search search,
        Supplier<Optional<KeyHistory>> history) {

    /** Copies the collections. */
    public Patient {
        hints = Set.copyOf(hints);
        otherSites = List.copyOf(otherSites);
    }

    /** {@return where it is wanted; the key is left out} */
    @Override
    public String toString() {
        return "Patient[" + home + "]";
    }
}
