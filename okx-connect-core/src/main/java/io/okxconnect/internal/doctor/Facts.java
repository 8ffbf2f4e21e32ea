package io.okxconnect.internal.doctor;

import io.okxconnect.account.AccountConfig;
import io.okxconnect.doctor.Cause;
import io.okxconnect.doctor.LocalizedText;
import io.okxconnect.error.AuthenticationRejectedException;
import io.okxconnect.error.EdgeRefusedException;
import io.okxconnect.error.ExchangeException;
import io.okxconnect.error.MalformedResponseException;
import io.okxconnect.error.OkxConnectException;
import io.okxconnect.error.ProxyException;
import io.okxconnect.error.TransportTimeoutException;
import io.okxconnect.internal.call.ClockSkew;
import io.okxconnect.site.Site;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The evidence of an examination, one short sentence a fact. */
final class Facts {
    /** What a well-kept clock stays far below. */
    private static final Duration NOTABLE_SKEW = Duration.ofSeconds(5);

    /** Causes that are about the three pasted parts, so that what looks odd about them is a fact worth telling. */
    private static final Set<Cause> ABOUT_THE_PARTS = Set.of(
            Cause.FIELDS_SWAPPED,
            Cause.STRAY_CHARACTERS,
            Cause.KEY_UNKNOWN,
            Cause.WRONG_PASSPHRASE,
            Cause.WRONG_SECRET);

    private final Examination seen;
    private final Instant now;
    private final List<LocalizedText> facts = new ArrayList<>();

    private Facts(Examination seen, Instant now) {
        this.seen = seen;
        this.now = now;
    }

    static List<LocalizedText> of(Examination seen, Cause cause, Instant now) {
        return new Facts(seen, now).collected(cause);
    }

    private List<LocalizedText> collected(Cause cause) {
        seen.looks().forEach(look -> facts.add(answer(look)));
        callerIp(seen.decisive().failure())
                .ifPresent(ip -> facts.add(DoctorTexts.evidence("caller-ip", Map.of("ip", ip))));
        addClock(cause);
        if (ABOUT_THE_PARTS.contains(cause)) {
            seen.patient().hints().stream()
                    .sorted()
                    .forEach(hint -> facts.add(DoctorTexts.evidence("hint." + hint.name())));
        }
        if (cause == Cause.KEY_EXPIRED || cause == Cause.KEY_DELETED) {
            seen.patient().history().get().ifPresent(history -> addHistory(history, cause));
        }
        if (cause == Cause.KEY_UNKNOWN) {
            addSites("not-enabled", sitesNotEnabled(seen));
        }
        addSites("no-time", seen.skipped());
        return facts;
    }

    /** Built-in sites that the app did not enable, if the key was tried at a built-in site that answered it is not there. */
    static List<Site> sitesNotEnabled(Examination seen) {
        Site home = seen.patient().home().site();
        boolean builtIn = Site.named(home.name()).isPresent();
        if (!builtIn || !isNotFound(seen.looks().get(0))) {
            return List.of();
        }
        List<String> enabled =
                seen.patient().otherSites().stream().map(Site::name).toList();
        return Site.all().stream()
                .filter(site -> !site.name().equals(home.name()) && !enabled.contains(site.name()))
                .toList();
    }

    private static boolean isNotFound(Look look) {
        return look.failure() instanceof ExchangeException refusal
                && refusal.code().equals("50119");
    }

    private static LocalizedText answer(Look look) {
        OkxConnectException failure = look.failure();
        LocalizedText place = PlaceNames.of(look.place());
        if (failure == null) {
            return DoctorTexts.evidence("accepted", Map.of("place", place));
        }
        if (failure instanceof ExchangeException refusal) {
            return DoctorTexts.evidence(
                    refusal.code().isEmpty() ? "answered-status" : "answered",
                    Map.of(
                            "place",
                            place,
                            "code",
                            LocalizedText.same(refusal.code()),
                            "status",
                            number(refusal.httpStatus())));
        }
        return broken(look, failure);
    }

    private static LocalizedText broken(Look look, OkxConnectException failure) {
        LocalizedText host = host(look.place());
        if (failure instanceof EdgeRefusedException edge) {
            return DoctorTexts.evidence("edge", Map.of("host", host, "status", number(edge.httpStatus())));
        }
        if (failure instanceof MalformedResponseException malformed) {
            return DoctorTexts.evidence("edge", Map.of("host", host, "status", number(malformed.httpStatus())));
        }
        if (failure instanceof ProxyException proxy) {
            return DoctorTexts.evidence("proxy", Map.of("host", host, "proxy", LocalizedText.same(proxy.proxy())));
        }
        if (look.told() == Cause.TIMED_OUT && failure instanceof TransportTimeoutException timeout) {
            return DoctorTexts.evidence(
                    "timeout",
                    Map.of("host", host, "millis", number(timeout.limit().toMillis())));
        }
        String key = switch (look.told()) {
            case DNS_FAILURE -> "dns";
            case NO_NETWORK -> "connect";
            case TLS_FAILURE -> "tls";
            case CONNECTION_LOST -> "lost";
            default -> "failed";
        };
        return DoctorTexts.evidence(
                key,
                Map.of(
                        "host",
                        host,
                        "type",
                        LocalizedText.same(failure.getClass().getSimpleName())));
    }

    private void addClock(Cause cause) {
        ClockSkew skew = seen.skew();
        if (skew == null) {
            if (cause == Cause.CLOCK_SKEW) {
                facts.add(DoctorTexts.evidence("clock-unmeasured"));
            }
            return;
        }
        boolean notable = skew.offset().abs().minus(skew.uncertainty()).compareTo(NOTABLE_SKEW) > 0;
        if (notable) {
            facts.add(DoctorTexts.evidence(
                    "clock", Map.of("seconds", seconds(skew.offset().abs()), "direction", direction(skew))));
        } else if (cause == Cause.CLOCK_SKEW) {
            facts.add(DoctorTexts.evidence(
                    "clock-fine",
                    Map.of(
                            "seconds",
                            seconds(skew.offset().abs().plus(skew.uncertainty()).plusSeconds(1)))));
        }
    }

    private void addHistory(KeyHistory history, Cause cause) {
        facts.add(DoctorTexts.evidence(
                "last-worked",
                Map.of(
                        "date",
                        LocalizedText.same(history.lastWorkedAt()
                                .atOffset(ZoneOffset.UTC)
                                .toLocalDate()
                                .toString()),
                        "days",
                        number(Math.max(
                                0, Duration.between(history.lastWorkedAt(), now).toDays())))));
        if (cause == Cause.KEY_EXPIRED) {
            facts.add(DoctorTexts.evidence("no-ip-list"));
        }
    }

    private void addSites(String key, List<Site> sites) {
        if (!sites.isEmpty()) {
            facts.add(DoctorTexts.evidence(key, Map.of("sites", PlaceNames.list(sites))));
        }
    }

    /** The address that OKX saw, after 50110. */
    static Optional<LocalizedText> callerIp(@Nullable OkxConnectException failure) {
        return failure instanceof AuthenticationRejectedException refusal
                ? refusal.callerIp().map(LocalizedText::same)
                : Optional.empty();
    }

    static LocalizedText permissions(AccountConfig config) {
        return DoctorTexts.evidence(
                "permissions",
                Map.of("permissions", LocalizedText.same(config.permissions().toString())));
    }

    static LocalizedText host(Place place) {
        return LocalizedText.same(place.site().restBase().getHost());
    }

    static LocalizedText direction(ClockSkew skew) {
        return DoctorTexts.evidence(skew.offset().isNegative() ? "direction.ahead" : "direction.behind");
    }

    /** Whole seconds, rounded. */
    static LocalizedText seconds(Duration duration) {
        return number(duration.plusMillis(500).toSeconds());
    }

    static LocalizedText number(long number) {
        return LocalizedText.same(Long.toString(number));
    }
}
