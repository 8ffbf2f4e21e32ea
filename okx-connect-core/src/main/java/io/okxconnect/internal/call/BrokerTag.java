package io.okxconnect.internal.call;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.okxconnect.rest.RestRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/**
 * Puts the app's broker code into the {@code tag} of the requests that have one: what comes without it is never credited later (OKX
 * V5 docs, "Broker program"). The app's own text stays as it is, character by character, and so does a tag of its own.
 */
public final class BrokerTag {
    private static final String TAG = "tag";
    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final JsonFactory JSON = new JsonFactory();

    /**
     * All that create something with a tag. {@code trade/cancel-all-after} has one too, but there it narrows what is cancelled, so
     * that orders of another tag would survive.
     */
    private static final Set<String> ENDPOINTS = Set.of(
            "POST /api/v5/trade/order",
            "POST /api/v5/trade/batch-orders",
            "POST /api/v5/trade/close-position",
            "POST /api/v5/trade/order-algo",
            "POST /api/v5/tradingBot/grid/order-algo",
            "POST /api/v5/tradingBot/grid/copy-order-algo",
            "POST /api/v5/tradingBot/dca/create",
            "POST /api/v5/tradingBot/recurring/order-algo",
            "POST /api/v5/rfq/create-rfq",
            "POST /api/v5/rfq/create-quote",
            "POST /api/v5/sprd/order",
            "POST /api/v5/asset/convert/estimate-quote",
            "POST /api/v5/asset/convert/trade",
            "POST /api/v5/finance/staking-defi/purchase",
            "POST /api/v5/copytrading/algo-order",
            "POST /api/v5/copytrading/close-subposition",
            "POST /api/v5/copytrading/first-copy-settings",
            "POST /api/v5/copytrading/amend-copy-settings");

    private BrokerTag() {}

    /**
     * Tags a request, if OKX knows a tag for it.
     *
     * @param request any
     * @param code 1 to 16 letters or digits
     * @return the request itself if there is nothing to do
     */
    public static RestRequest on(RestRequest request, String code) {
        byte[] body = request.isSigned() && ENDPOINTS.contains(request.endpoint()) ? request.body() : new byte[0];
        if (body.length == 0) {
            return request;
        }
        String text = new String(body, StandardCharsets.UTF_8);
        // Text of the app's own may begin with one, which is no part of the JSON.
        String mark = text.startsWith(BYTE_ORDER_MARK) ? BYTE_ORDER_MARK : "";
        String tagged = mark + inserted(text.substring(mark.length()), code);
        return tagged.equals(text) ? request : request.withBodyJson(tagged);
    }

    private static String inserted(String text, String code) {
        StringBuilder tagged = new StringBuilder(text.length() + 40);
        int copied = 0;
        try (JsonParser json = JSON.createParser(text)) {
            boolean batch = json.nextToken() == JsonToken.START_ARRAY;
            JsonToken token = batch ? json.nextToken() : json.currentToken();
            while (token == JsonToken.START_OBJECT) {
                int inside = (int) json.currentTokenLocation().getCharOffset() + 1;
                Members members = Members.read(json);
                if (members != Members.TAGGED) {
                    tagged.append(text, copied, inside)
                            .append('"')
                            .append(TAG)
                            .append("\":\"")
                            .append(code)
                            .append('"');
                    tagged.append(members == Members.NONE ? "" : ",");
                    copied = inside;
                }
                token = batch ? json.nextToken() : null;
            }
        } catch (IOException e) {
            // Requests hold nothing but JSON.
            throw new UncheckedIOException(e);
        }
        return tagged.append(text, copied, text.length()).toString();
    }

    private enum Members {
        NONE,
        UNTAGGED,
        TAGGED;

        /** Reads an object to its end. */
        static Members read(JsonParser json) throws IOException {
            Members found = NONE;
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                found = found == TAGGED || TAG.equals(json.currentName()) ? TAGGED : UNTAGGED;
                json.nextToken();
                json.skipChildren();
            }
            return found;
        }
    }
}
