package io.okxconnect.testkit.internal.rest;

import static io.okxconnect.testkit.internal.rest.Endpoint.Access.READ;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.okxconnect.testkit.internal.model.ErrorCode;
import io.okxconnect.testkit.internal.model.Trader;
import java.util.List;

/** The sub-accounts of a master account, for its own keys only. */
final class SubAccountEndpoints {
    List<Endpoint> list() {
        return List.of(new Endpoint(
                "GET", "/api/v5/users/subaccount/list", READ, RateLimit.perUser(20, 2), SubAccountEndpoints::subs));
    }

    private static Answer subs(Call call) {
        // No scope covers the sub-account modules.
        call.caller().requireKey();
        Trader master = call.caller().owner();
        if (master.isSubAccount()) {
            throw ErrorCode.MASTER_KEY_ONLY.refusal();
        }
        String wanted = call.text("subAcct");
        return Json.success(master.subAccounts().stream()
                .filter(it -> wanted.isEmpty() || wanted.equals(it.name()))
                .map(SubAccountEndpoints::row)
                .toList());
    }

    private static ObjectNode row(Trader sub) {
        ObjectNode row = Json.row().put("canTransOut", true).put("enable", true).put("firstLvSubAcct", "");
        row.set("frozenFunc", Json.list());
        return row.put("gAuth", false)
                .put("ifDma", false)
                .put("label", "")
                .put("mobile", "")
                .put("subAcct", sub.name())
                .put("subAcctLv", "1")
                .put("ts", Long.toString(sub.createdAtMillis()))
                .put("type", sub.type())
                .put("uid", sub.uid());
    }
}
