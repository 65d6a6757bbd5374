package io.github.tstoken.benchmark;

import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Measures, prints the figures and writes them to {@code docs/benchmark.md}; takes about ten minutes. */
public final class Benchmark {
    private static final Path DOCUMENT = Path.of("docs", "benchmark.md");
    private static final Path FOLDER = Path.of("target", "benchmark");

    private Benchmark() {}

    /** {@code target/ts-token.war} has to be there. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        PrintStream out = System.out;
        Files.createDirectories(FOLDER);
        Launcher launcher = Launcher.in(FOLDER);
        String machine = machine();
        List<Figure> figures = new ArrayList<>();
        out.println("Isolation ...");
        figures.addAll(new Isolation(launcher).measure());
        out.println("Overhead ...");
        figures.addAll(new Overhead(launcher).measure());
        out.println("Start-up ...");
        figures.addAll(new StartUp(launcher).measure());
        Figures table = new Figures(machine, figures);
        out.println(table.text());
        table.writeTo(DOCUMENT);
    }

    /** The shape of this machine, and how busy others keep it: asked before the run, which loads it too. */
    public static String machine() {
        return String.format(
                "%d cores, JDK %s, load average before the run %.1f.",
                Runtime.getRuntime().availableProcessors(),
                Runtime.version(),
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    }

    /** A duration in milliseconds, with as many places as it takes to see a difference. */
    static String millis(Duration duration) {
        return String.format("%.2f ms", duration.toNanos() / 1e6);
    }
}
