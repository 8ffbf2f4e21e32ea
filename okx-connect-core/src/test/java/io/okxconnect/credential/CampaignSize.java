package io.okxconnect.credential;

/** How much a fault campaign does: a little in every build, all of it with {@code mvn -Pcampaign}. */
final class CampaignSize {
    private static final boolean FULL = Boolean.getBoolean("okxconnect.campaign");

    private CampaignSize() {}

    static int of(int everyBuild, int full) {
        return FULL ? full : everyBuild;
    }
}
