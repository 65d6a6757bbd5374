package io.github.tstoken.benchmark;

import io.github.tstoken.testkit.Database;
import io.github.tstoken.testkit.provider.RunningProvider;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How many access tokens are read in a second while the table grows, and how many a bare select of the same rows reads. Prints
 * the figures and writes them to {@code docs/store-benchmark.md}; takes about five minutes.
 */
public final class StoreBenchmark {
    static final String PROVIDER = "idp";

    private static final Path DOCUMENT = Path.of("docs", "store-benchmark.md");
    private static final Path FOLDER = Path.of("target", "store-benchmark");
    private static final URI NO_THOUGHTSPOT = URI.create("http://127.0.0.1:1");
    private static final List<Integer> SIZES = List.of(1_000, 100_000, 1_000_000);
    private static final int CALLERS = 32;
    private static final int ROUNDS = 4;
    private static final Duration ROUND = Duration.ofSeconds(4);
    private static final int MOST_ANSWERS = 100_000;
    private static final String SECONDS_OF_A_DAY = "86400";

    private StoreBenchmark() {}

    /** {@code target/ts-token.war} has to be there. */
    public static void main(String[] arguments) throws IOException, InterruptedException, SQLException {
        PrintStream out = System.out;
        String machine = Benchmark.machine();
        Path folder = Files.createTempDirectory(Files.createDirectories(FOLDER), "run-");
        try (RunningProvider provider = RunningProvider.start();
                Database database = Database.start(folder.resolve("postgresql"));
                ServerProcess server = Launcher.in(folder)
                        .withTsTokenAsInstalled(NO_THOUGHTSPOT, settings(folder, database, provider))) {
            provider.behaviour().expiresIn = Optional.of(SECONDS_OF_A_DAY);
            Figures table = new Figures(machine, measure(server, database, out));
            out.println(table.text());
            table.writeTo(DOCUMENT);
        }
    }

    private static Map<String, String> settings(Path folder, Database database, RunningProvider provider)
            throws IOException {
        Path keys = folder.resolve("keys");
        Files.writeString(keys, "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=\n");
        Map<String, String> settings = new HashMap<>(Map.of(
                "tstoken.public-url",
                "http://127.0.0.1:1/ts-token",
                "tstoken.store.jdbc-url",
                database.url(),
                "tstoken.store.user",
                Database.USER,
                "tstoken.store.encryption-keys-file",
                keys.toAbsolutePath().toString()));
        settings.putAll(Map.of(
                "tstoken.providers",
                PROVIDER,
                "tstoken.provider.idp.issuer",
                provider.issuer(),
                "tstoken.provider.idp.client-id",
                RunningProvider.CLIENT,
                "tstoken.provider.idp.client-secret",
                RunningProvider.SECRET));
        return settings;
    }

    private static List<Figure> measure(ServerProcess server, Database database, PrintStream out)
            throws IOException, InterruptedException, SQLException {
        List<Target> targets = new ArrayList<>();
        for (String name : SignIn.crowd()) {
            SignIn person = SignIn.of(name, server.port());
            person.connect(PROVIDER);
            targets.add(person.target("/ts-token/authorizations/" + PROVIDER + "/token"));
        }
        StoreRows rows = StoreRows.of(database);
        WarmUp.run(server, targets, CALLERS);
        List<Figure> figures = new ArrayList<>();
        List<Double> speeds = new ArrayList<>();
        for (int size : SIZES) {
            rows.growTo(size);
            out.println(size + " rows ...");
            Side reads = new Side(server, new Load(targets, CALLERS, ROUND, MOST_ANSWERS));
            figures.addAll(compare(size, reads, rows));
            speeds.add(reads.perSecond());
        }
        double flatness = speeds.get(speeds.size() - 1) / speeds.get(0);
        figures.add(new Figure(
                "Reads per second with the most rows to those with the fewest",
                String.format("%.2f", flatness),
                "at least 0.9"));
        return figures;
    }

    private static List<Figure> compare(int size, Side reads, StoreRows rows) throws IOException, InterruptedException {
        List<Round> selects = new ArrayList<>();
        try (BareSelect bare = rows.bareSelect(ROUND)) {
            bare.run();
            for (int round = 0; round < ROUNDS; round++) {
                selects.add(bare.run());
                reads.run();
            }
        }
        double bare = Median.of(selects, Round::perSecond);
        String subject = String.format("%,d rows: ", size);
        return List.of(
                Figure.plain(
                        subject + "per second, bare selects / reads of a token",
                        String.format("%.0f / %.0f", bare, reads.perSecond())),
                Figure.plain(subject + "ratio", String.format("%.2f", reads.perSecond() / bare)),
                Figure.plain(
                        subject + "a read's p50 / p99",
                        Benchmark.millis(reads.percentile(0.5)) + " / " + Benchmark.millis(reads.percentile(0.99))),
                Figure.plain(subject + "the server's CPU time for a read", Benchmark.millis(reads.cpu())));
    }
}
