package io.okxconnect.examples;

import io.okxconnect.error.ExchangeException;
import io.okxconnect.error.InvalidArgumentException;
import io.okxconnect.error.OkxConnectException;
import io.okxconnect.oauth.BrowserOpener;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Runs the example that the first argument names; without one, the main job. */
public final class Examples {
    private static final List<Example> ALL = List.of(
            new FirstConnection(),
            new MyExchanges(),
            new TerminalDoctor(KeyPrompt.console()),
            new CustomCredentialStore(),
            new FastApiServer(),
            new Platform(),
            new PkceDesktop(BrowserOpener.ofDesktop()),
            new PkceHelper(BrowserOpener.ofDesktop()),
            new ClickableSandbox());

    private Examples() {}

    /**
     * Entry point.
     *
     * @param args the example's name and its options
     * @throws Exception if an example fails in a way that it does not explain
     */
    public static void main(String[] args) throws Exception {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        int exit = run(List.of(args), System.getenv(), out);
        if (exit != 0) {
            System.exit(exit);
        }
    }

    static int run(List<String> args, Map<String, String> environment, PrintStream out) throws Exception {
        // A first argument that is an option belongs to the main job.
        boolean named = !args.isEmpty() && !args.get(0).startsWith("--");
        String name = named ? args.get(0) : ALL.get(0).name();
        if (name.equals("help") || args.contains("--help")) {
            list(out);
            return 0;
        }
        Optional<Example> example =
                ALL.stream().filter(e -> e.name().equals(name)).findFirst();
        if (example.isEmpty()) {
            out.println("There is no example '" + name + "'. These exist:");
            list(out);
            return 2;
        }
        try {
            return example.get().run(named ? args.subList(1, args.size()) : args, environment, out);
        } catch (OkxConnectException | InvalidArgumentException e) {
            out.println();
            out.println("Did not work: " + e.getMessage());
            Throwable first = e.getCause() == null ? e : e.getCause();
            if (first instanceof ExchangeException refusal
                    && !refusal.error().serverMessage().isEmpty()) {
                out.println("OKX's own words: " + refusal.error().serverMessage());
            }
            return 1;
        }
    }

    private static void list(PrintStream out) {
        Table table = new Table("example", "what it shows");
        ALL.forEach(e -> table.row(e.name(), e.summary()));
        table.print(out);
        out.println();
        out.println(
                "With OKX_API_KEY, OKX_SECRET_KEY and OKX_PASSPHRASE set, first-connection runs against the real OKX:");
        out.println("  OKX_SITE         global (default), eea, us or tr, or an address such as http://127.0.0.1:8080");
        out.println("  OKX_ENVIRONMENT  live (default) or demo");
        out.println("  --apply          also change the account's settings; without it nothing is changed");
        out.println("So do the others with what OKX gave your app; --sandbox keeps them on the sandbox:");
        out.println("  my-exchanges     the same as fast-api; with OKX_SITE or OKX_ENVIRONMENT alone, pasted keys only;"
                + " OKX_SERVER_IPS");
        out.println("  fast-api         OKX_CLIENT_ID, OKX_CLIENT_SECRET, OKX_REDIRECT_URI, OKX_SITE, OKX_ENVIRONMENT");
        out.println("  pkce-desktop     OKX_CLIENT_ID, OKX_SITE, OKX_ENVIRONMENT; the redirect URL is"
                + " http://127.0.0.1:<port>/callback");
        out.println("custom-store keeps accounts in HashiCorp Vault or OpenBao if VAULT_ADDR and VAULT_TOKEN are set;");
        out.println(
                "platform uses PostgreSQL if OKX_DATABASE_URL and OKX_STORE_KEY (openssl rand -base64 32) are set.");
    }
}
