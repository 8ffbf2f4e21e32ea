package io.okxconnect.benchmarks.parsing;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.util.List;

/** What an app shows of a balance, bound by Jackson as an app would write it. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record HandBalance(String code, String msg, List<Row> data) {
    public static final ObjectMapper MAPPER =
            new ObjectMapper().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    /** The account. */
    public record Row(BigDecimal totalEq, BigDecimal adjEq, String uTime, List<Asset> details) {}

    /** One currency. */
    public record Asset(
            String ccy,
            BigDecimal eq,
            BigDecimal eqUsd,
            BigDecimal cashBal,
            BigDecimal availBal,
            BigDecimal availEq,
            BigDecimal frozenBal,
            BigDecimal ordFrozen,
            BigDecimal upl) {}
}
