package io.okxconnect.check;

import io.okxconnect.account.AccountConfig;
import io.okxconnect.account.Position;
import io.okxconnect.rest.JsonValue;
import io.okxconnect.site.Site;
import io.okxconnect.site.TradingEnvironment;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Account configurations and contexts as the tests need them. */
final class Accounts {
    static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

    private Accounts() {}

    /** A sub-account ready for futures, its key bound to an address. */
    static Map<String, Object> ready() {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("uid", "44705892343619584");
        members.put("mainUid", "444810535339712570");
        members.put("acctLv", "2");
        members.put("posMode", "net_mode");
        members.put("ctIsoMode", "automatic");
        members.put("mgnIsoMode", "automatic");
        members.put("perm", "read_only,trade");
        members.put("ip", "203.0.113.7");
        members.put("type", "1");
        return members;
    }

    /** As {@link #ready()}, with members replaced: name, value, name, value. */
    static AccountConfig config(String... changes) {
        Map<String, Object> members = ready();
        for (int i = 0; i < changes.length; i += 2) {
            members.put(changes[i], changes[i + 1]);
        }
        return AccountConfig.fromJson(JsonValue.from(members));
    }

    static AccountConfig without(String... names) {
        Map<String, Object> members = ready();
        List.of(names).forEach(members::remove);
        return AccountConfig.fromJson(JsonValue.from(members));
    }

    static CheckContext.Builder live(AccountConfig config) {
        return CheckContext.builder(config, Site.GLOBAL, TradingEnvironment.LIVE, NOW);
    }

    static CheckContext.Builder demo(AccountConfig config) {
        return CheckContext.builder(config, Site.EEA, TradingEnvironment.DEMO, NOW);
    }

    static Map<String, Object> positionMembers(String instId, String mgnMode, String pos) {
        return Map.of(
                "instType",
                "SWAP",
                "instId",
                instId,
                "mgnMode",
                mgnMode,
                "posSide",
                "net",
                "pos",
                pos,
                "posId",
                "1" + pos);
    }

    static Position position(String instId, String mgnMode, String pos) {
        return Position.fromJson(JsonValue.from(positionMembers(instId, mgnMode, pos)));
    }
}
