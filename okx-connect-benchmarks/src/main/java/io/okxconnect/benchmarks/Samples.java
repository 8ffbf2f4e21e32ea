package io.okxconnect.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Answers with the members that OKX documents, and values of usual lengths. */
public final class Samples {
    private static final List<String> BALANCE_NUMBERS = List.of(
            "totalEq", "isoEq", "adjEq", "availEq", "ordFroz", "imr", "mmr", "borrowFroz", "notionalUsd", "upl");
    private static final List<String> ASSET_NUMBERS = List.of(
            "eq",
            "eqUsd",
            "cashBal",
            "availBal",
            "availEq",
            "disEq",
            "frozenBal",
            "ordFrozen",
            "fixedBal",
            "isoEq",
            "isoUpl",
            "upl",
            "liab",
            "crossLiab",
            "isoLiab",
            "uplLiab",
            "interest",
            "maxLoan",
            "borrowFroz",
            "mgnRatio",
            "imr",
            "mmr",
            "notionalLever",
            "stgyEq",
            "spotBal",
            "openAvgPx",
            "accAvgPx",
            "spotUpl",
            "spotUplRatio",
            "totalPnl",
            "totalPnlRatio",
            "rewardBal");
    private static final List<String> INSTRUMENT_TEXTS = List.of(
            "baseCcy",
            "ctMult",
            "ctType",
            "ctVal",
            "ctValCcy",
            "expTime",
            "instFamily",
            "lever",
            "listTime",
            "lotSz",
            "maxIcebergSz",
            "maxLmtAmt",
            "maxLmtSz",
            "maxMktAmt",
            "maxMktSz",
            "maxStopSz",
            "maxTriggerSz",
            "maxTwapSz",
            "minSz",
            "optType",
            "quoteCcy",
            "ruleType",
            "settleCcy",
            "state",
            "stk",
            "tickSz",
            "uly");

    private Samples() {}

    /** An answer to {@code GET /api/v5/account/balance}: about 1 kB an asset. */
    public static byte[] balance(int assets) {
        String details = IntStream.range(0, assets)
                .mapToObj(
                        asset -> "{\"ccy\":\"C" + asset + "\",\"uTime\":\"1763812345678\",\"collateralEnabled\":false,"
                                + numbers(ASSET_NUMBERS, asset) + "}")
                .collect(Collectors.joining(","));
        return envelope(
                "{\"uTime\":\"1763812345678\"," + numbers(BALANCE_NUMBERS, 1) + ",\"details\":[" + details + "]}");
    }

    /** An answer to {@code GET /api/v5/account/config}. */
    public static byte[] config() {
        return envelope(
                "{\"uid\":\"446382190123\",\"mainUid\":\"446382190123\",\"acctLv\":\"2\",\"acctStpMode\":\"cancel_maker\","
                        + "\"posMode\":\"net_mode\",\"autoLoan\":false,\"greeksType\":\"PA\",\"feeType\":\"0\",\"level\":\"Lv1\","
                        + "\"levelTmp\":\"\",\"ctIsoMode\":\"automatic\",\"mgnIsoMode\":\"automatic\",\"spotOffsetType\":\"\","
                        + "\"roleType\":\"0\",\"traderInsts\":[],\"spotRoleType\":\"0\",\"spotTraderInsts\":[],\"opAuth\":\"0\","
                        + "\"kycLv\":\"2\",\"label\":\"bench\",\"ip\":\"203.0.113.7\",\"perm\":\"read_only,trade\",\"liquidationGear\":\"-1\","
                        + "\"enableSpotBorrow\":false,\"spotBorrowAutoRepay\":false,\"type\":\"0\"}");
    }

    /** An answer to {@code GET /api/v5/public/instruments} of at least this size. */
    public static byte[] instruments(int bytes) {
        StringBuilder rows = new StringBuilder();
        for (int row = 0; rows.length() < bytes; row++) {
            String texts = INSTRUMENT_TEXTS.stream()
                    .map(name -> "\"" + name + "\":\"0.001\"")
                    .collect(Collectors.joining(","));
            rows.append(row == 0 ? "" : ",")
                    .append("{\"instType\":\"SWAP\",\"instId\":\"C")
                    .append(row)
                    .append("-USDT-SWAP\",")
                    .append(texts)
                    .append('}');
        }
        return envelope(rows.toString());
    }

    private static byte[] envelope(String rows) {
        return ("{\"code\":\"0\",\"msg\":\"\",\"data\":[" + rows + "]}").getBytes(UTF_8);
    }

    /** Most numbers of a real account are zero or not given. */
    private static String numbers(List<String> names, int seed) {
        return IntStream.range(0, names.size())
                .mapToObj(i -> "\"" + names.get(i) + "\":\"" + number(i, seed) + "\"")
                .collect(Collectors.joining(","));
    }

    private static String number(int index, int seed) {
        if (index < 4) {
            return (10_000 + seed) + "." + (123_456_789L + index);
        }
        return index % 3 == 0 ? "" : "0";
    }
}
