package io.okxconnect.credential;

import io.okxconnect.canary.Canary;
import io.okxconnect.credential.contract.CredentialSamples;
import io.okxconnect.site.Site;
import io.okxconnect.site.TradingEnvironment;
import java.security.MessageDigest;
import java.util.Arrays;

/** Records whose every part follows from the number of the write, so that a mixture of two is recognised. */
final class CampaignRecords {
    private static final String WRITE = "write";

    private CampaignRecords() {}

    static StoredCredential record(String account, long revision, int write) {
        CredentialMetadata metadata = CredentialMetadata.builder(AccountId.of(account))
                .site(write % 2 == 0 ? Site.EEA : Site.GLOBAL)
                .environment(write % 4 < 2 ? TradingEnvironment.DEMO : TradingEnvironment.LIVE)
                .origin(CredentialOrigin.MANUAL)
                .label("write " + write)
                .attribute(WRITE, Integer.toString(write))
                .attribute("filler", Integer.toString(write % 10).repeat(write * 331 % 3000))
                .build();
        try (Credential credential = credential(write)) {
            return StoredCredential.of(metadata, revision, credential);
        }
    }

    private static Credential credential(int write) {
        return switch (write % 3) {
            case 0 -> CredentialSamples.apiKey();
            case 1 -> ApiKeyCredential.of(Canary.API_KEY, Canary.SECRET_KEY, Canary.CLIENT_SECRET);
            default -> CredentialSamples.tokens();
        };
    }

    /** The number of the write that made it. */
    static int writeOf(StoredCredential stored) {
        return Integer.parseInt(stored.metadata().attributes().get(WRITE));
    }

    /** Whether it is just what one write wrote. */
    static boolean isWhole(StoredCredential stored) {
        try (StoredCredential written =
                record(stored.metadata().accountId().value(), stored.revision(), writeOf(stored))) {
            byte[] expected = StoredCredentialCodec.encode(written);
            byte[] found = StoredCredentialCodec.encode(stored);
            try {
                return MessageDigest.isEqual(expected, found);
            } finally {
                Arrays.fill(expected, (byte) 0);
                Arrays.fill(found, (byte) 0);
            }
        }
    }
}
