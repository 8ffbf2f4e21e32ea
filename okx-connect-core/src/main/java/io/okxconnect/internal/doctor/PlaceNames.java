package io.okxconnect.internal.doctor;

import io.okxconnect.doctor.LocalizedText;
import io.okxconnect.site.Site;
import io.okxconnect.site.TradingEnvironment;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Sites and environments in words. */
final class PlaceNames {
    private PlaceNames() {}

    /** Short, for evidence: {@code global/live}. */
    static LocalizedText of(Place place) {
        return DoctorTexts.evidence(
                "place", Map.of("site", shortName(place.site()), "environment", of(place.environment())));
    }

    static LocalizedText of(TradingEnvironment environment) {
        return DoctorTexts.evidence("environment." + environment.name());
    }

    /** With the address that the user knows it by. */
    static LocalizedText title(Site site) {
        return DoctorTexts.evidenceOr("site-title." + site.name(), custom(site));
    }

    static LocalizedText list(List<Site> sites) {
        LocalizedText separator = DoctorTexts.evidence("list-separator");
        return new LocalizedText(
                sites.stream().map(site -> shortName(site).english()).collect(Collectors.joining(separator.english())),
                sites.stream().map(site -> shortName(site).chinese()).collect(Collectors.joining(separator.chinese())));
    }

    private static LocalizedText shortName(Site site) {
        return DoctorTexts.evidenceOr("site." + site.name(), custom(site));
    }

    private static LocalizedText custom(Site site) {
        return DoctorTexts.evidence("site-title.custom", Map.of("name", LocalizedText.same(site.name())));
    }
}
