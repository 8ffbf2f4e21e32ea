package io.okxconnect.examples;

import io.okxconnect.testkit.OkxSandbox;
import io.okxconnect.testkit.SandboxUser;
import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;

/** A sandbox OKX to click through: make keys, change settings, then connect to it from an app. */
final class ClickableSandbox implements Example {
    @Override
    public String name() {
        return "sandbox";
    }

    @Override
    public String summary() {
        return "start a sandbox OKX and keep it open, to click through its pages";
    }

    @Override
    public int run(List<String> options, Map<String, String> environment, PrintStream out) throws IOException {
        if (!options.isEmpty()) {
            out.println("This example takes no options.");
            return 2;
        }
        try (OkxSandbox sandbox = OkxSandbox.start()) {
            SandboxUser alice = sandbox.createUser("alice");
            alice.demo().setBalance("USDT", "10000");
            out.println("Open " + sandbox.uri() + "/account/my-api in a browser; the user is 'alice'.");
            out.println("Make a key there, then connect with it from another terminal:");
            out.println("  OKX_SITE=" + sandbox.uri() + " OKX_ENVIRONMENT=demo OKX_API_KEY=... OKX_SECRET_KEY=..."
                    + " OKX_PASSPHRASE=... \\");
            out.println("      mvn -q -pl okx-connect-examples -am compile exec:java");
            out.println("Or in code: Site.custom(\"sandbox\", URI.create(\"" + sandbox.uri() + "\"))");
            out.println("Press Enter to stop.");
            int read = System.in.read();
            out.println(read < 0 ? "End of input: stopped." : "Stopped.");
        }
        return 0;
    }
}
