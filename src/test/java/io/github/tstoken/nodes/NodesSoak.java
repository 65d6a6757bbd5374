package io.github.tstoken.nodes;

import io.github.tstoken.benchmark.Benchmark;
import io.github.tstoken.benchmark.Figure;
import io.github.tstoken.benchmark.Figures;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Lets tokens expire at two nodes and kills the nodes, prints what came of it and writes it to {@code docs/nodes.md}. */
public final class NodesSoak {
    private static final Path DOCUMENT = Path.of("docs", "nodes.md");
    private static final Path FOLDER = Path.of("target", "nodes");

    private NodesSoak() {}

    /** How many tokens expire, then how many kills. {@code target/ts-token.war} has to be there. */
    public static void main(String[] arguments) throws IOException, InterruptedException, SQLException {
        PrintStream out = System.out;
        String machine = Benchmark.machine();
        List<Figure> figures = new ArrayList<>();
        Path folder = Files.createTempDirectory(Files.createDirectories(FOLDER), "run-");
        out.println("Expiries ...");
        try (Cluster cluster = Cluster.start(folder.resolve("expiries"), Duration.ofSeconds(10))) {
            int expiries = Integer.parseInt(arguments[0]);
            Expiries.Outcome outcome = new Expiries(cluster, expiries, Expiries.WITHIN_BOUNDS).run();
            outcome.wrong().forEach(out::println);
            figures.addAll(figures(expiries, outcome));
        }
        out.println("Kills ...");
        try (Cluster cluster = Cluster.start(folder.resolve("kills"), Kills.TIMEOUT)) {
            Kills.Outcome outcome = new Kills(cluster, Integer.parseInt(arguments[1])).run();
            outcome.journal().wrong().forEach(out::println);
            figures.addAll(figures(outcome));
        }
        Figures table = new Figures(machine, figures);
        out.println(table.text());
        table.writeTo(DOCUMENT);
    }

    private static List<Figure> figures(int expiries, Expiries.Outcome outcome) {
        return List.of(
                figure("Expiries: refreshes that the provider saw", outcome.refreshes(), "exactly " + expiries),
                figure("Expiries: used refresh tokens that it saw", outcome.reuses(), "0"),
                figure(
                        "Expiries: wrong answers, and people without a token in the end",
                        outcome.wrong().size(),
                        "0"),
                Figure.plain("Expiries: answers", text(outcome.answers())),
                Figure.plain("Expiries: time", outcome.took().toSeconds() + " s"));
    }

    private static List<Figure> figures(Kills.Outcome outcome) {
        Journal journal = outcome.journal();
        return List.of(
                Figure.plain("Kills", String.valueOf(outcome.kills())),
                Figure.plain(
                        "Kills: interrupted while connecting / asking for a token / disconnecting",
                        journal.interrupted(Doing.CONNECTING) + " / " + journal.interrupted(Doing.ASKING_FOR_A_TOKEN)
                                + " / " + journal.interrupted(Doing.DISCONNECTING)),
                figure(
                        "Kills: wrong answers, and connections that are not as it was answered",
                        journal.wrong().size(),
                        "0"),
                figure(
                        "Kills: grants that the provider ended, since the next refresh token was lost with a node",
                        outcome.reuses(),
                        "no more than were interrupted while asking for a token"),
                figure("Kills: people who had to connect again", journal.reconnects(), "no more than these grants"),
                figure(
                        "Kills: grants whose tokens were lost with a node before they were stored",
                        outcome.orphans(),
                        "no more than were interrupted while connecting"),
                Figure.plain("Kills: answers", text(journal.answers())));
    }

    private static Figure figure(String name, int value, String target) {
        return new Figure(name, String.valueOf(value), target);
    }

    private static String text(Map<String, Integer> answers) {
        StringBuilder text = new StringBuilder();
        new TreeMap<>(answers)
                .forEach((kind, count) -> text.append(text.isEmpty() ? "" : ", ")
                        .append(count)
                        .append(" × ")
                        .append(kind));
        return text.toString();
    }
}
