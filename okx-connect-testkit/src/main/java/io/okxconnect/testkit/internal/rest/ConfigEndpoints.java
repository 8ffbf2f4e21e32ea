package io.okxconnect.testkit.internal.rest;

import static io.okxconnect.testkit.internal.rest.Endpoint.Access.READ;
import static io.okxconnect.testkit.internal.rest.Endpoint.Access.TRADE;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.okxconnect.testkit.internal.model.Account;
import io.okxconnect.testkit.internal.model.Decimals;
import io.okxconnect.testkit.internal.model.Figures;
import io.okxconnect.testkit.internal.model.ModeSwitch;
import io.okxconnect.testkit.internal.model.Trader;
import java.util.List;
import java.util.Set;

/** How the account is set up, and changing it. */
final class ConfigEndpoints {
    private static final Set<String> MODES = Set.of("1", "2", "3", "4");

    List<Endpoint> list() {
        RateLimit limit = RateLimit.perUser(5, 2);
        return List.of(
                new Endpoint("GET", "/api/v5/account/config", READ, limit, this::config),
                new Endpoint("POST", "/api/v5/account/set-position-mode", TRADE, limit, this::setPositionMode),
                new Endpoint("POST", "/api/v5/account/set-account-level", TRADE, limit, this::setMode),
                new Endpoint("POST", "/api/v5/account/account-level-switch-preset", TRADE, limit, this::preset),
                new Endpoint("GET", "/api/v5/account/set-account-switch-precheck", READ, limit, this::precheck),
                new Endpoint("POST", "/api/v5/account/set-isolated-mode", TRADE, limit, this::setIsolatedMode));
    }

    private Answer config(Call call) {
        Account account = call.account();
        Trader owner = account.owner();
        Caller caller = call.caller();
        ObjectNode row = Json.row()
                .put("acctLv", account.mode())
                .put("acctStpMode", "cancel_maker")
                .put("autoLoan", false)
                .put("ctIsoMode", account.contractIsolatedMode())
                .put("enableSpotBorrow", false)
                .put("feeType", "0")
                .put("greeksType", "PA")
                .put("ip", caller.ips())
                .put("kycLv", owner.kycLevel())
                .put("label", caller.label())
                .put("level", account.feeLevel())
                .put("levelTmp", "")
                .put("liquidationGear", "-1")
                .put("mainUid", owner.mainUid())
                .put("mgnIsoMode", account.marginIsolatedMode())
                .put("opAuth", "0")
                .put("perm", caller.permissions())
                .put("posMode", account.positionMode())
                .put("roleType", "0")
                .put("settleCcy", "USDC");
        row.set("settleCcyList", Json.list().add("USD").add("USDC"));
        row.put("spotBorrowAutoRepay", false).put("spotOffsetType", "").put("spotRoleType", "0");
        row.set("spotTraderInsts", Json.list());
        row.put("stgyType", "0");
        row.set("traderInsts", Json.list());
        return Json.success(row.put("type", owner.type()).put("uid", owner.uid()));
    }

    private Answer setPositionMode(Call call) {
        String wanted = call.required("posMode", Set.of("net_mode", "long_short_mode"));
        call.account().modeSwitch().positionMode(wanted);
        return Json.success(Json.row().put("posMode", wanted));
    }

    private Answer setMode(Call call) {
        String wanted = call.required("acctLv", MODES);
        call.account().modeSwitch().switchTo(wanted);
        return Json.success(Json.row().put("acctLv", wanted));
    }

    private Answer preset(Call call) {
        String wanted = call.required("acctLv", Set.of("2", "3", "4"));
        ModeSwitch.Preset preset = call.account().modeSwitch().preset(wanted, call.text("lever"));
        return Json.success(Json.row()
                .put("acctLv", preset.to())
                .put("curAcctLv", preset.from())
                .put("lever", preset.leverage())
                .put("riskOffsetType", ""));
    }

    private Answer setIsolatedMode(Call call) {
        String type = call.required("type", Set.of("MARGIN", "CONTRACTS"));
        String wanted = call.required("isoMode", Set.of("automatic", "auto_transfers_ccy"));
        call.account().modeSwitch().isolatedMode(type, wanted);
        return Json.success(Json.row().put("isoMode", wanted));
    }

    private Answer precheck(Call call) {
        Account account = call.account();
        String wanted = call.required("acctLv", MODES);
        ModeSwitch.Precheck result = account.modeSwitch().precheck(wanted);
        ArrayNode obstacles = Json.list();
        for (ModeSwitch.Obstacle it : result.obstacles()) {
            ObjectNode obstacle = Json.row();
            ArrayNode positions = Json.list();
            it.positionIds().forEach(positions::add);
            obstacle.set("posList", positions);
            obstacles.add(obstacle.put("totalAsset", "").put("type", it.type()));
        }
        ObjectNode row = Json.row().put("acctLv", wanted).put("curAcctLv", account.mode());
        boolean passes = result.sCode().equals("0");
        row.set("mgnAft", passes ? margin(account) : null);
        row.set("mgnBf", passes ? margin(account) : null);
        row.set("posList", result.obstacles().isEmpty() ? leverages(account) : Json.list());
        row.set("posTierCheck", Json.list());
        row.put("sCode", result.sCode());
        row.set("unmatchedInfoCheck", obstacles);
        return Json.success(row);
    }

    /** Listed by OKX for positions that leave portfolio margin. */
    private static ArrayNode leverages(Account account) {
        ArrayNode rows = Json.list();
        if (account.mode().equals("4")) {
            account.positions()
                    .open()
                    .forEach(it -> rows.add(Json.row()
                            .put("lever", Decimals.text(it.leverage()))
                            .put("posId", it.id())));
        }
        return rows;
    }

    private static ObjectNode margin(Account account) {
        Figures figures = account.figures();
        ArrayNode details = Json.list();
        figures.currencies()
                .forEach(ccy -> details.add(Json.row()
                        .put("availEq", Decimals.text(figures.availableEquity(ccy)))
                        .put("ccy", ccy)
                        .put("mgnRatio", "")));
        ObjectNode row = Json.row().put("acctAvailEq", Decimals.text(figures.totalInDollars(figures::availableEquity)));
        row.set("details", details);
        return row.put("mgnRatio", "");
    }
}
