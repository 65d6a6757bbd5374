package io.github.tstoken.benchmark;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** A {@link BenchmarkServer} that runs in a process of its own. */
public final class ServerProcess implements AutoCloseable {
    private static final Duration FAREWELL = Duration.ofSeconds(10);

    private final Process process;
    private final BufferedReader answers;
    private final Writer questions;
    private final int port;
    private final Duration startUp;

    private ServerProcess(Process process, long begin, File log) throws IOException {
        this.process = process;
        answers = process.inputReader();
        questions = process.outputWriter();
        port = Optional.ofNullable(answers.readLine())
                .map(Integer::valueOf)
                .orElseThrow(() -> new IOException("the server did not start, " + log + " says why"));
        startUp = Duration.ofNanos(System.nanoTime() - begin);
    }

    /** Starts a process and waits until its server answers. */
    static ServerProcess start(List<String> command, Path log) throws IOException {
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()));
        long begin = System.nanoTime();
        Process process = builder.start();
        return new ServerProcess(process, begin, log.toFile());
    }

    /** Where it listens. */
    public int port() {
        return port;
    }

    /** How long it took from the start of the process until the server was ready. */
    Duration startUp() {
        return startUp;
    }

    /** How many of Tomcat's request threads work at this moment. */
    int busyThreads() throws IOException {
        return Integer.parseInt(ask("busy"));
    }

    /** What it holds at this moment, after a collection of garbage. */
    Resources resources() throws IOException {
        return Resources.parse(ask("resources"));
    }

    /** How long its compiler threads have compiled since it started. */
    Duration compiled() throws IOException {
        return Duration.ofMillis(Long.parseLong(ask("compiled")));
    }

    /** Ends an application. */
    public void undeploy(String contextPath) throws IOException {
        ask("undeploy " + contextPath);
    }

    /** Deploys an application, as {@link WebApplications#war} writes it. */
    public void deploy(String war) throws IOException {
        ask("deploy " + war);
    }

    /** What is left of applications that were undeployed: class loaders, then threads of ts-token. */
    String kept() throws IOException {
        return ask("kept");
    }

    private String ask(String question) throws IOException {
        questions.write(question + "\n");
        questions.flush();
        return Optional.ofNullable(answers.readLine()).orElseThrow(() -> new IOException("the server has ended"));
    }

    /** The time that all threads of the process together had on a core, since it started. */
    Duration cpu() {
        return process.toHandle().info().totalCpuDuration().orElseThrow();
    }

    /** Ends it in the middle of whatever it does, as {@code kill -9} does. */
    public void kill() {
        process.destroyForcibly()
                .onExit()
                .orTimeout(FAREWELL.toSeconds(), TimeUnit.SECONDS)
                .join();
    }

    /** Stops all its threads, wherever they are. */
    public void pause() throws IOException, InterruptedException {
        signal("STOP");
    }

    /** Lets all its threads go on. */
    public void goOn() throws IOException, InterruptedException {
        signal("CONT");
    }

    private void signal(String name) throws IOException, InterruptedException {
        Process kill = new ProcessBuilder("kill", "-" + name, String.valueOf(process.pid())).start();
        if (!kill.waitFor(FAREWELL.toSeconds(), TimeUnit.SECONDS) || kill.exitValue() != 0) {
            throw new IOException("the process did not take the signal");
        }
    }

    @Override
    public void close() throws IOException {
        questions.close();
        try {
            if (!process.waitFor(FAREWELL.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
