package io.okxconnect.credential;

import io.okxconnect.error.InvalidArgumentException;
import io.okxconnect.site.TradingEnvironment;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/** The stable text form of credential metadata. */
final class CredentialMetadataText {
    private static final String ACCOUNT_ID = "accountId";
    private static final String SITE = "site";
    private static final String REST_BASE = "restBase";
    private static final String ENVIRONMENT = "environment";
    private static final String ORIGIN = "origin";
    private static final String ATTRIBUTE_PREFIX = "attribute.";

    private CredentialMetadataText() {}

    static Map<String, String> write(CredentialMetadata metadata) {
        Map<String, String> text = new LinkedHashMap<>();
        text.put(ACCOUNT_ID, metadata.accountId().value());
        text.put(SITE, metadata.siteName());
        text.put(REST_BASE, metadata.siteRestBase().toString());
        text.put(ENVIRONMENT, metadata.environment().name());
        text.put(ORIGIN, metadata.origin().name());
        new TreeMap<>(metadata.properties()).forEach((property, value) -> text.put(property.storedName(), value));
        new TreeMap<>(metadata.attributes()).forEach((name, value) -> text.put(ATTRIBUTE_PREFIX + name, value));
        return Collections.unmodifiableMap(text);
    }

    static CredentialMetadata read(Map<String, String> text) {
        CredentialMetadataBuilder builder = CredentialMetadata.builder(AccountId.of(required(text, ACCOUNT_ID)))
                .site(required(text, SITE), address(required(text, REST_BASE)))
                .environment(constant(TradingEnvironment.class, ENVIRONMENT, text))
                .origin(constant(CredentialOrigin.class, ORIGIN, text));
        for (CredentialProperty property : CredentialProperty.values()) {
            String value = text.get(property.storedName());
            if (value != null) {
                builder.property(property, value);
            }
        }
        text.forEach((name, value) -> {
            if (name.startsWith(ATTRIBUTE_PREFIX)) {
                builder.attribute(name.substring(ATTRIBUTE_PREFIX.length()), value);
            }
        });
        return builder.build();
    }

    private static String required(Map<String, String> text, String name) {
        String value = text.get(name);
        if (value == null) {
            throw new InvalidArgumentException(name, "must be present", "Pass what toMap() wrote, unchanged.");
        }
        return value;
    }

    private static URI address(String value) {
        try {
            return new URI(value);
        } catch (URISyntaxException notAnAddress) {
            throw new InvalidArgumentException(REST_BASE, "must be a URI", "Pass what toMap() wrote, unchanged.");
        }
    }

    private static <E extends Enum<E>> E constant(Class<E> type, String name, Map<String, String> text) {
        String value = required(text, name);
        return Arrays.stream(type.getEnumConstants())
                .filter(each -> each.name().equals(value))
                .findFirst()
                .orElseThrow(() -> new InvalidArgumentException(
                        name,
                        "must be one of " + Arrays.toString(type.getEnumConstants()),
                        "Pass what toMap() wrote, unchanged."));
    }
}
