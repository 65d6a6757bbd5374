package io.github.tstoken.benchmark;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Runs ts-token through faults and redeployments, prints what came of it and writes it to {@code docs/soak.md}. */
public final class Soak {
    private static final Path DOCUMENT = Path.of("docs", "soak.md");
    private static final Path FOLDER = Path.of("target", "soak");

    private Soak() {}

    /** How many times ThoughtSpot fails and recovers, then how many redeployments. {@code target/ts-token.war} has to be there. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        PrintStream out = System.out;
        Launcher launcher = Launcher.in(Files.createDirectories(FOLDER));
        String machine = Benchmark.machine();
        List<Figure> figures = new ArrayList<>();
        out.println("Flapping ...");
        Flapping flapping = new Flapping(launcher, Integer.parseInt(arguments[0]));
        Tally tally = flapping.run();
        figures.addAll(flapping.figures(tally));
        tally.examples().forEach(out::println);
        out.println("Redeployments ...");
        Redeployments redeployments = new Redeployments(launcher, Integer.parseInt(arguments[1]));
        Redeployments.Outcome outcome = redeployments.run();
        figures.addAll(redeployments.figures(outcome));
        outcome.complaints().forEach(out::println);
        Figures table = new Figures(machine, figures);
        out.println(table.text());
        table.writeTo(DOCUMENT);
    }
}
