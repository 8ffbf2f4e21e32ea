package io.okxconnect.internal.doctor;

import io.okxconnect.credential.ShapeHint;
import io.okxconnect.doctor.Cause;
import io.okxconnect.doctor.Diagnosis;
import io.okxconnect.doctor.LocalizedText;
import io.okxconnect.error.ExchangeException;
import io.okxconnect.error.OkxConnectException;
import io.okxconnect.error.ProxyException;
import io.okxconnect.error.RateLimitedException;
import io.okxconnect.internal.call.ClockSkew;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Puts an examination into words. */
public final class Diagnoses {
    /** What is wrong with a key itself; one that the app was given is replaced by a new consent, not by typing it anew. */
    private static final Set<Cause> OF_THE_KEY = EnumSet.of(
            Cause.KEY_EXPIRED, Cause.KEY_DELETED, Cause.KEY_UNKNOWN, Cause.WRONG_PASSPHRASE, Cause.WRONG_SECRET);

    private Diagnoses() {}

    /**
     * The diagnosis of what OKX said.
     *
     * @param seen what an examination saw
     * @param now this machine's time, for the age of a key's last use
     * @return its one cause, with words and evidence
     */
    public static Diagnosis of(Examination seen, Instant now) {
        Cause cause = CauseRules.of(seen, now);
        Diagnosis.Builder diagnosis = begin(seen, cause, variant(seen, cause), values(seen, cause));
        Facts.of(seen, cause, now).forEach(diagnosis::addEvidence);
        return diagnosis.build();
    }

    static Diagnosis.Builder begin(Examination seen, Cause cause, String variant, Map<String, LocalizedText> values) {
        DoctorTexts.CauseText text = DoctorTexts.cause(cause.name() + variant, values);
        Diagnosis.Builder diagnosis = Diagnosis.builder(cause, text.summary(), text.nextStep());
        Place keyPlace = seen.keyPlace();
        if (keyPlace != null) {
            diagnosis.keyBelongsTo(keyPlace.site(), keyPlace.environment());
        }
        if (!isOfGrantedKey(seen, cause)) {
            Pages.of(cause, keyPlace == null ? seen.place() : keyPlace).ifPresent(diagnosis::page);
        }
        return diagnosis;
    }

    /** Which of a cause's texts fits what is known. */
    private static String variant(Examination seen, Cause cause) {
        if (isOfGrantedKey(seen, cause)) {
            return "/granted";
        }
        ClockSkew skew = seen.skew();
        boolean plain = switch (cause) {
            case CLOCK_SKEW -> skew != null && skew.offset().abs().toSeconds() >= 30;
            case KEY_UNKNOWN -> wasSoughtEverywhere(seen);
            case WRONG_SITE -> isInWantedEnvironment(seen);
            case IP_NOT_ALLOWED -> Facts.callerIp(seen.decisive().failure()).isPresent();
            case UNKNOWN -> !code(seen).isEmpty();
            default -> true;
        };
        if (plain) {
            return "";
        }
        return switch (cause) {
            case CLOCK_SKEW -> "/unmeasured";
            case KEY_UNKNOWN -> "/other-sites";
            case WRONG_SITE -> "/and-environment";
            case IP_NOT_ALLOWED -> "/unnamed";
            default -> "/no-code";
        };
    }

    private static boolean isOfGrantedKey(Examination seen, Cause cause) {
        return seen.patient().granted() && OF_THE_KEY.contains(cause);
    }

    /** If a site is left where the key may be, that is the likelier reason. */
    private static boolean wasSoughtEverywhere(Examination seen) {
        return Facts.sitesNotEnabled(seen).isEmpty()
                && seen.skipped().isEmpty()
                && seen.looks().stream().allMatch(look -> look.told() == Cause.KEY_UNKNOWN);
    }

    private static boolean isInWantedEnvironment(Examination seen) {
        Place keyPlace = seen.keyPlace();
        return keyPlace == null
                || keyPlace.environment() == seen.patient().home().environment();
    }

    private static Map<String, LocalizedText> values(Examination seen, Cause cause) {
        OkxConnectException failure = seen.decisive().failure();
        Place place = seen.place();
        Map<String, LocalizedText> values = new HashMap<>();
        values.put("host", Facts.host(place));
        values.put("home", PlaceNames.title(seen.patient().home().site()));
        values.put("code", LocalizedText.same(code(seen)));
        values.put("permission", DoctorTexts.evidence("permission.read-only"));
        Facts.callerIp(failure).ifPresent(ip -> values.put("ip", ip));
        if (failure instanceof ProxyException proxy) {
            values.put("proxy", LocalizedText.same(proxy.proxy()));
        }
        if (failure instanceof RateLimitedException limited) {
            values.put("wait", Facts.number(limited.retryAfter().plusMillis(999).toSeconds()));
        }
        ClockSkew skew = seen.skew();
        if (skew != null) {
            values.put("seconds", Facts.seconds(skew.offset().abs()));
            values.put("direction", Facts.direction(skew));
        }
        Place keyPlace = seen.keyPlace();
        if (keyPlace != null) {
            values.put("site", PlaceNames.title(keyPlace.site()));
            values.put("environment", PlaceNames.of(keyPlace.environment()));
            values.put("other", PlaceNames.of(keyPlace.inOtherEnvironment().environment()));
        }
        putFields(values, cause, seen.patient().hints());
        return values;
    }

    private static void putFields(Map<String, LocalizedText> values, Cause cause, Set<ShapeHint> hints) {
        if (cause == Cause.FIELDS_SWAPPED) {
            boolean secretIsOne = !hints.contains(ShapeHint.API_KEY_AND_PASSPHRASE_SWAPPED)
                    || hints.contains(ShapeHint.API_KEY_AND_SECRET_KEY_SWAPPED);
            boolean apiKeyIsOne = hints.contains(ShapeHint.API_KEY_FORM);
            values.put("field", field(apiKeyIsOne ? "apiKey" : "secretKey"));
            values.put("other", field(apiKeyIsOne && secretIsOne ? "secretKey" : "passphrase"));
        } else if (cause == Cause.STRAY_CHARACTERS) {
            values.put("field", field(hints.contains(ShapeHint.STRAY_IN_API_KEY) ? "apiKey" : "secretKey"));
        }
    }

    static LocalizedText field(String name) {
        return DoctorTexts.evidence("field." + name);
    }

    private static String code(Examination seen) {
        return seen.decisive().failure() instanceof ExchangeException refusal ? refusal.code() : "";
    }
}
