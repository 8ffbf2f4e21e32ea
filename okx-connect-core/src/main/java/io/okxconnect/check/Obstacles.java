package io.okxconnect.check;

import io.okxconnect.account.Position;
import io.okxconnect.account.PositionDirection;
import io.okxconnect.account.ShownText;
import io.okxconnect.error.OkxConnectException;
import io.okxconnect.rest.JsonValue;
import io.okxconnect.rest.RestRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Names what is open in an account, for a setting that OKX does not change meanwhile. What cannot be read is said
 * instead of thrown: it explains another refusal, which must not be lost.
 */
final class Obstacles {
    private static final int NAMED = 20;
    private static final List<String> ALGO_TYPES =
            List.of("conditional", "oco", "chase", "trigger", "move_order_stop", "twap", "smart_iceberg");

    private Obstacles() {}

    static List<String> all(RemedyContext context) {
        return Stream.concat(positions(context).stream(), orders(context).stream())
                .toList();
    }

    static List<String> positions(RemedyContext context) {
        try {
            return shortened(
                    context.reads().positions().stream()
                            .filter(Position::isOpen)
                            .map(Obstacles::named)
                            .toList(),
                    "positions");
        } catch (OkxConnectException unreadable) {
            return List.of("The open positions could not be read; see them on OKX's trading page.");
        }
    }

    static List<String> orders(RemedyContext context) {
        List<String> found = new ArrayList<>();
        try {
            found.addAll(shortened(
                    rows(
                                    context,
                                    RestRequest.get("/api/v5/trade/orders-pending")
                                            .build())
                            .stream()
                            .map(Obstacles::order)
                            .toList(),
                    "orders"));
        } catch (OkxConnectException unreadable) {
            found.add("The open orders could not be read; see them on OKX's trading page.");
        }
        found.addAll(algoOrders(context));
        return found;
    }

    private static List<String> algoOrders(RemedyContext context) {
        List<String> found = new ArrayList<>();
        for (String type : ALGO_TYPES) {
            try {
                rows(
                                context,
                                RestRequest.get("/api/v5/trade/orders-algo-pending")
                                        .query("ordType", type)
                                        .build())
                        .forEach(row -> found.add(algoOrder(row)));
            } catch (OkxConnectException unreadable) {
                List<String> partly = new ArrayList<>(shortened(found, "algo orders"));
                partly.add("Not all algo orders could be read; see them on OKX's trading page.");
                return partly;
            }
        }
        return shortened(found, "algo orders");
    }

    private static List<JsonValue> rows(RemedyContext context, RestRequest request) {
        return context.call(request).data();
    }

    static String named(Position position) {
        PositionDirection direction = position.direction();
        boolean known = direction == PositionDirection.LONG || direction == PositionDirection.SHORT;
        return "Position " + ShownText.id(position.instrumentId()) + ": "
                + (known ? direction.name().toLowerCase(Locale.ROOT) + " " : "")
                + position.quantity().toPlainString() + ", "
                + position.marginMode() + " margin.";
    }

    private static String order(JsonValue row) {
        return "Order " + text(row, "ordId") + ": " + text(row, "side") + " " + text(row, "sz") + " "
                + text(row, "instId") + ", " + text(row, "ordType")
                + row.text("px").map(price -> " at " + ShownText.id(price)).orElse("") + ".";
    }

    private static String algoOrder(JsonValue row) {
        return "Algo order " + text(row, "algoId") + ": " + text(row, "side") + " " + text(row, "instId") + ", "
                + text(row, "ordType") + ".";
    }

    private static String text(JsonValue row, String name) {
        return row.text(name).map(ShownText::id).orElse("?");
    }

    private static List<String> shortened(List<String> all, String what) {
        if (all.size() <= NAMED) {
            return all;
        }
        List<String> some = new ArrayList<>(all.subList(0, NAMED));
        some.add("At least " + (all.size() - NAMED) + " more " + what + ".");
        return some;
    }
}
