package io.okxconnect.examples;

import io.okxconnect.error.InvalidArgumentException;
import io.okxconnect.error.OkxConnectException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Runs the example that the first argument names; without one, the main job. */
public final class Examples {
    private static final List<Example> ALL =
            List.of(new FirstConnection(), new CustomCredentialStore(), new ClickableSandbox());

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
        if (name.equals("help")) {
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
            return 1;
        }
    }

    private static void list(PrintStream out) {
        Table table = new Table("example", "what it shows");
        ALL.forEach(e -> table.row(e.name(), e.summary()));
        table.print(out);
    }
}
