package io.github.tstoken.benchmark;

import io.github.tstoken.benchmark.FlappingUpstream.State;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/** Undeploys and deploys ts-token again and again, each time after it was used and while somebody waits for it. */
final class Redeployments {
    private static final String PATH = "/ts-token";
    private static final List<String> PAGES = List.of(
            "/token",
            "/token.json",
            "/token?fresh=true",
            "/gettoken/" + SignIn.NAME,
            "/whoami",
            "/",
            "/health",
            "/openapi.json");

    /** Of a provider, which the database is asked for: its address answers nobody. */
    private static final List<String> PAGES_OF_THE_STORE =
            List.of("/authorizations", "/authorizations/hub/authorize?return_to=/app/");

    private final Launcher launcher;
    private final int times;
    private final Map<String, String> more;
    private final List<String> pages;

    /**
     * What is left of it all.
     *
     * @param kept class loaders and threads that are left after the last one was undeployed, each as a number
     * @param complaints what the server's log says of leaks
     * @param first what the server held after the first redeployment
     * @param last what it held after the last one
     */
    record Outcome(String kept, List<String> complaints, Resources first, Resources last) {}

    Redeployments(Launcher launcher, int times) {
        this(launcher, times, Map.of(), PAGES);
    }

    private Redeployments(Launcher launcher, int times, Map<String, String> more, List<String> pages) {
        this.launcher = launcher;
        this.times = times;
        this.more = more;
        this.pages = pages;
    }

    /** The same with a token store in a directory. */
    Redeployments withStore(Path directory) {
        Map<String, String> provider = Map.of(
                "tstoken.public-url", "http://127.0.0.1/ts-token",
                "tstoken.providers", "hub",
                "tstoken.provider.hub.authorization-endpoint", "http://127.0.0.1:9/authorize",
                "tstoken.provider.hub.token-endpoint", "http://127.0.0.1:9/token",
                "tstoken.provider.hub.client-id", "ts-token",
                "tstoken.provider.hub.client-auth", "none",
                "tstoken.store.directory", directory.toString(),
                "tstoken.store.encryption-keys", "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=");
        List<String> all =
                Stream.concat(PAGES.stream(), PAGES_OF_THE_STORE.stream()).toList();
        return new Redeployments(launcher, times, provider, all);
    }

    Outcome run() throws IOException, InterruptedException {
        Files.deleteIfExists(launcher.log());
        try (FlappingUpstream thoughtSpot = new FlappingUpstream();
                ServerProcess server = launcher.withTsTokenAsInstalled(thoughtSpot.url(), parameters())) {
            SignIn person = SignIn.at(server.port());
            Resources first = null;
            Resources last = null;
            for (int round = 0; round < times; round++) {
                use(person);
                undeployWhileSomebodyWaits(thoughtSpot, server, person);
                server.deploy(Launcher.TS_TOKEN);
                use(person);
                last = server.resources();
                first = first == null ? last : first;
            }
            server.undeploy(PATH);
            return new Outcome(server.kept(), complaints(), first, last);
        }
    }

    private Map<String, String> parameters() {
        Map<String, String> parameters = new HashMap<>(more);
        parameters.put("tstoken.limits.per-user", "0");
        return parameters;
    }

    List<Figure> figures(Outcome outcome) {
        String[] kept = outcome.kept().split(" ", -1);
        return List.of(
                new Figure("Redeployments: class loaders left", kept[0] + " of " + (times + 1), "0"),
                new Figure("Redeployments: threads of ts-token left", kept[1], "0"),
                new Figure(
                        "Redeployments: Tomcat's complaints about leaks",
                        String.valueOf(outcome.complaints().size()),
                        "0"),
                growth(
                        "heap after a collection, KiB",
                        outcome.first().heap() / 1024,
                        outcome.last().heap() / 1024),
                growth("threads", outcome.first().threads(), outcome.last().threads()),
                growth(
                        "open files and sockets",
                        outcome.first().files(),
                        outcome.last().files()));
    }

    private static Figure growth(String what, long first, long last) {
        return new Figure(
                "Redeployments: " + what + ", after the first / the last",
                first + " / " + last,
                "not more than a tenth more");
    }

    private void use(SignIn person) throws IOException {
        for (String page : pages) {
            int status = person.fetch(PATH + page).join().statusCode();
            if (status != 200 && status != 303) {
                throw new IOException(page + " was answered with " + status);
            }
        }
    }

    /** Who waits for ThoughtSpot when the service ends gets an answer too. */
    private static void undeployWhileSomebodyWaits(FlappingUpstream thoughtSpot, ServerProcess server, SignIn person)
            throws IOException {
        thoughtSpot.become(State.SILENT);
        int before = thoughtSpot.requests();
        CompletableFuture<HttpResponse<String>> waiting = person.fetch(PATH + "/token?fresh=true");
        Awaitility.await().until(() -> thoughtSpot.requests() > before);
        server.undeploy(PATH);
        int status = waiting.join().statusCode();
        if (status != 502) {
            throw new IOException("who waited was answered with " + status);
        }
        thoughtSpot.become(State.WORKING);
    }

    /** What Tomcat says of an application that left something behind. It may meet its own housekeeping at work there. */
    private List<String> complaints() throws IOException {
        try (Stream<String> lines = Files.lines(launcher.log())) {
            return lines.filter(line -> line.contains("WebappClassLoader") && !line.contains("[Catalina-utility-"))
                    .toList();
        }
    }
}
