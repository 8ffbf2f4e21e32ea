package io.okxconnect.internal.doctor;

import io.okxconnect.credential.ShapeHint;
import io.okxconnect.doctor.Cause;
import io.okxconnect.error.ExchangeException;
import io.okxconnect.error.OkxConnectException;
import io.okxconnect.internal.call.OkxCalls;
import io.okxconnect.site.Site;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Tries a key where the app wants it, and, if OKX does not know it there, at the other sites that the app enabled. One signed
 * read at each place at most, never a write, all within one limit. Safe for use by many threads.
 *
 * <p>Why the other environment of a site needs no read of its own: OKX looks the key up before it compares the environment, so
 * 50119 holds for both, and 50101 says by itself that the key belongs to the other one.
 */
public final class Doctor {
    private static final String NO_SUCH_KEY = "50119";

    private final OkxCalls calls;
    private final LongSupplier nanoTime;
    private final Duration limit;

    /**
     * Creates a doctor.
     *
     * @param calls the way to OKX
     * @param nanoTime monotonic time in nanoseconds
     * @param limit of a whole examination
     */
    public Doctor(OkxCalls calls, LongSupplier nanoTime, Duration limit) {
        this.calls = Objects.requireNonNull(calls, "calls");
        this.nanoTime = Objects.requireNonNull(nanoTime, "nanoTime");
        this.limit = Objects.requireNonNull(limit, "limit");
    }

    /**
     * Looks at an account.
     *
     * @param patient what to examine
     * @return what was seen
     * @throws OkxConnectException only if the thread was interrupted
     */
    public Examination examine(Patient patient) {
        return new Round(patient).run();
    }

    /** One examination. */
    private final class Round {
        private final Patient patient;
        private final TimeBudget budget = new TimeBudget(limit, nanoTime);
        private final KeyReader reader;
        private final List<Look> looks = new ArrayList<>();
        private final List<Site> skipped = new ArrayList<>();

        private Round(Patient patient) {
            this.patient = patient;
            this.reader = new KeyReader(calls, patient.key());
        }

        private Examination run() {
            boolean mayGoOn = !patient.otherSites().isEmpty() || patient.search() == Search.DETECT;
            Look home = look(patient.home(), mayGoOn ? budget.share(2) : budget);
            Look found = home.knowsKey() ? home : isWorthSearching(home) ? searched() : null;
            if (found == null) {
                return examination(home, null);
            }
            Place keyPlace = found.keyPlace();
            if (patient.search() == Search.DIAGNOSE) {
                return examination(home, keyPlace);
            }
            return examination(found.place().equals(keyPlace) ? found : look(keyPlace, budget), keyPlace);
        }

        private @Nullable Look searched() {
            List<Site> sites = patient.otherSites();
            for (int i = 0; i < sites.size(); i++) {
                if (budget.isOver()) {
                    skipped.add(sites.get(i));
                    continue;
                }
                Look look = look(patient.home().at(sites.get(i)), budget.share(sites.size() - i));
                if (look.knowsKey()) {
                    return look;
                }
            }
            return null;
        }

        /** The key is sent on only if that can help: it exists as far as one can see, and nobody has seen it at home. */
        private boolean isWorthSearching(Look home) {
            boolean looksWhole = patient.hints().stream()
                    .noneMatch(hint -> hint.isAboutSwappedParts() || hint == ShapeHint.STRAY_IN_API_KEY);
            if (!looksWhole) {
                return false;
            }
            boolean unknownHere = home.failure() instanceof ExchangeException refusal
                    && refusal.code().equals(NO_SUCH_KEY)
                    && patient.history().get().isEmpty();
            return unknownHere || (patient.search() == Search.DETECT && isOutOfReach(home.told()));
        }

        private static boolean isOutOfReach(Cause told) {
            return switch (told) {
                case NO_NETWORK, DNS_FAILURE, TLS_FAILURE, CONNECTION_LOST, TIMED_OUT, EDGE_BLOCKED -> true;
                default -> false;
            };
        }

        private Look look(Place place, TimeBudget part) {
            Look look = reader.look(place, part);
            if (!looks.contains(look)) {
                looks.add(look);
            }
            return look;
        }

        private Examination examination(Look decisive, @Nullable Place keyPlace) {
            return new Examination(
                    patient,
                    looks,
                    decisive,
                    keyPlace,
                    skipped,
                    calls.clock(decisive.place().site()).skew().orElse(null));
        }
    }
}
