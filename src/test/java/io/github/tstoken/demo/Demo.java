package io.github.tstoken.demo;

import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.catalina.LifecycleException;

/** Starts the demo and runs until it is stopped with Ctrl-C. */
public final class Demo {
    private static final int USUAL_PORT = 8080;

    /** Kept here, since the logging system forgets the level of a logger that nobody holds. */
    private static final Logger TOMCAT = Logger.getLogger("org.apache");

    private Demo() {}

    /** {@code -Dport=} chooses the port. */
    public static void main(String[] arguments) throws IOException, LifecycleException, InterruptedException {
        TOMCAT.setLevel(Level.WARNING);
        PrintStream out = System.out;
        out.println("Starting the demo of ts-token ...");
        Optional<NpmPackages> packages = NpmPackages.sdkOnly();
        DemoServer server = DemoServer.start(options(packages, System.getenv()));
        Runtime.getRuntime().addShutdownHook(new Thread(server::close, "demo-end"));
        greet(out, server, packages.isPresent());
        new CountDownLatch(1).await();
    }

    private static DemoOptions options(Optional<NpmPackages> packages, Map<String, String> environment) {
        Optional<URI> thoughtSpot =
                Optional.ofNullable(environment.get("TSTOKEN_THOUGHTSPOT_URL")).map(URI::create);
        String liveboard = environment.getOrDefault("DEMO_LIVEBOARD", DemoOptions.INVENTED_LIVEBOARD);
        return new DemoOptions(port(), thoughtSpot, liveboard, packages.map(NpmPackages::sdk), Map.of());
    }

    private static int port() {
        int wanted = Integer.getInteger("port", USUAL_PORT);
        try (ServerSocket probe = new ServerSocket(wanted, 1, InetAddress.getLoopbackAddress())) {
            return probe.getLocalPort();
        } catch (IOException e) {
            System.out.println("Port " + wanted + " is taken, another one is used.");
            return 0;
        }
    }

    private static void greet(PrintStream out, DemoServer server, boolean hasSdk) {
        out.println();
        out.println("  Open       " + server.home());
        Person.all()
                .forEach(person -> out.printf(
                        "  Sign in as %-6s password %-11s roles %s%n",
                        person.name(), person.password(), String.join(", ", person.roles())));
        out.println(
                "  ThoughtSpot is " + server.thoughtSpot() + (server.standIn().isPresent() ? " (a stand-in)" : ""));
        out.println(
                hasSdk
                        ? "  The Visual Embed SDK was fetched by npm."
                        : "  Without npm the pages with the SDK are off.");
        out.println("  Ctrl-C ends everything.");
        out.println();
    }
}
