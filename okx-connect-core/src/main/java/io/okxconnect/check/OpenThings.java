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
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is open in an account, for settings that OKX does not change meanwhile. Each kind is read once, when it is asked
 * for. As obstacles, what cannot be read is said instead of thrown: it explains another refusal, which must not be lost.
 */
final class OpenThings {
    private static final int NAMED = 20;
    private static final String SEE_PAGE = "Look at OKX's trading page.";
    private static final List<String> ALGO_TYPES =
            List.of("conditional", "oco", "chase", "trigger", "move_order_stop", "twap", "smart_iceberg");

    private final RemedyContext context;
    private @Nullable List<Position> positions;
    private @Nullable List<Obstacle> orders;
    private @Nullable List<Obstacle> algoOrders;

    OpenThings(RemedyContext context) {
        this.context = context;
    }

    /** The open positions; fails if they cannot be read. */
    List<Position> positions() {
        List<Position> known = positions;
        if (known == null) {
            known = context.reads().positions().stream()
                    .filter(Position::isOpen)
                    .toList();
            positions = known;
        }
        return known;
    }

    List<Obstacle> all() {
        return Stream.of(positionObstacles(), orders(), algoOrders())
                .flatMap(List::stream)
                .toList();
    }

    List<Obstacle> positionObstacles() {
        try {
            return shortened(positions().stream().map(OpenThings::named).toList(), "positions");
        } catch (OkxConnectException unreadable) {
            return List.of(notReadable("The open positions could not be read."));
        }
    }

    /** The positions of those ids, or all if there are none. */
    List<Obstacle> positionObstacles(List<String> ids) {
        List<Obstacle> all = positionObstacles();
        List<Obstacle> concerned = all.stream()
                .filter(position -> position.id().filter(ids::contains).isPresent())
                .toList();
        return concerned.isEmpty() ? all : concerned;
    }

    List<Obstacle> orders() {
        List<Obstacle> known = orders;
        if (known == null) {
            known = readOrders();
            orders = known;
        }
        return known;
    }

    private List<Obstacle> readOrders() {
        try {
            RestRequest request =
                    RestRequest.get("/api/v5/trade/orders-pending").build();
            return shortened(rows(request, OpenThings::order), "orders");
        } catch (OkxConnectException unreadable) {
            return List.of(notReadable("The open orders could not be read."));
        }
    }

    List<Obstacle> algoOrders() {
        List<Obstacle> known = algoOrders;
        if (known == null) {
            known = readAlgoOrders();
            algoOrders = known;
        }
        return known;
    }

    private List<Obstacle> readAlgoOrders() {
        List<Obstacle> found = new ArrayList<>();
        for (String type : ALGO_TYPES) {
            try {
                found.addAll(rows(
                        RestRequest.get("/api/v5/trade/orders-algo-pending")
                                .query("ordType", type)
                                .build(),
                        OpenThings::algoOrder));
            } catch (OkxConnectException unreadable) {
                List<Obstacle> partly = new ArrayList<>(shortened(found, "algo orders"));
                partly.add(notReadable("Not all algo orders could be read."));
                return partly;
            }
        }
        return shortened(found, "algo orders");
    }

    private List<Obstacle> rows(RestRequest request, BiFunction<JsonValue, String, Obstacle> toObstacle) {
        return context.call(request).data().stream()
                .map(row -> toObstacle.apply(row, text(row, "instId")))
                .toList();
    }

    static Obstacle named(Position position) {
        PositionDirection direction = position.direction();
        boolean known = direction == PositionDirection.LONG || direction == PositionDirection.SHORT;
        String instrument = ShownText.id(position.instrumentId());
        String text = "Position " + instrument + ": "
                + (known ? direction.name().toLowerCase(Locale.ROOT) + " " : "")
                + position.quantity().toPlainString() + ", " + position.marginMode() + " margin.";
        Obstacle obstacle = Obstacle.of(Obstacle.Kind.POSITION, text, "Close it.");
        return withIds(obstacle, instrument, position.positionId().map(ShownText::id));
    }

    private static Obstacle order(JsonValue row, String instrument) {
        String text = "Order " + text(row, "ordId") + ": " + text(row, "side") + " " + text(row, "sz") + " "
                + instrument + ", " + text(row, "ordType")
                + row.text("px").map(price -> " at " + ShownText.id(price)).orElse("") + ".";
        Obstacle obstacle = Obstacle.of(Obstacle.Kind.ORDER, text, "Cancel it.");
        return withIds(obstacle, instrument, row.text("ordId").map(ShownText::id));
    }

    private static Obstacle algoOrder(JsonValue row, String instrument) {
        String text = "Algo order " + text(row, "algoId") + ": " + text(row, "side") + " " + instrument + ", "
                + text(row, "ordType") + ".";
        Obstacle obstacle = Obstacle.of(Obstacle.Kind.ALGO_ORDER, text, "Cancel it.");
        return withIds(obstacle, instrument, row.text("algoId").map(ShownText::id));
    }

    private static Obstacle withIds(Obstacle obstacle, String instrument, Optional<String> id) {
        Obstacle named = isReadable(instrument) ? obstacle.withInstrumentId(instrument) : obstacle;
        return id.filter(OpenThings::isReadable).map(named::withId).orElse(named);
    }

    private static boolean isReadable(String shown) {
        return !shown.equals(ShownText.UNREADABLE) && !shown.equals("?");
    }

    private static String text(JsonValue row, String name) {
        return row.text(name).map(ShownText::id).orElse("?");
    }

    private static Obstacle notReadable(String what) {
        return Obstacle.of(Obstacle.Kind.NOT_READABLE, what, SEE_PAGE);
    }

    private static List<Obstacle> shortened(List<Obstacle> all, String what) {
        if (all.size() <= NAMED) {
            return all;
        }
        List<Obstacle> some = new ArrayList<>(all.subList(0, NAMED));
        some.add(Obstacle.of(
                all.get(0).kind(), "At least " + (all.size() - NAMED) + " more " + what + " are open.", SEE_PAGE));
        return some;
    }
}
