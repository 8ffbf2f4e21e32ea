package io.okxconnect.testkit.internal.web;

/** What apps can ask for, in words. */
final class Wishes {
    private Wishes() {}

    static String inWords(String scope) {
        return switch (scope) {
            case "read_only" -> "See your balances, positions, orders and account settings";
            case "trade" ->
                "Place and cancel orders, move money between your own accounts, and change account settings";
            case "fast_api" -> "Create an API key for your account, in place of the one that it created before";
            case "live:read" -> "See your account";
            case "live:trade" -> "Trade with your account";
            case "live:earn" -> "Subscribe to and redeem earn products";
            case "live:asset_transfer" -> "Move money between your own accounts";
            case "demo:read" -> "See your demo account";
            case "demo:trade" -> "Trade with your demo account";
            case "demo:earn" -> "Try out earn products with your demo account";
            default -> throw new IllegalArgumentException("no words for the scope " + scope);
        };
    }
}
