package io.github.tstoken.inside;

import io.github.tstoken.inside.host.BootApplication;
import io.github.tstoken.inside.host.SpringSecurity;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;
import org.jboss.shrinkwrap.api.spec.JavaArchive;
import org.springframework.boot.loader.tools.Library;
import org.springframework.boot.loader.tools.LibraryScope;
import org.springframework.boot.loader.tools.Repackager;

/** An executable JAR of Spring Boot, made as its build plug-ins make it, in a process of its own. */
final class BootProcess implements AutoCloseable {
    private static final Pattern PORT = Pattern.compile("Tomcat started on port (\\d+)");

    private final Process process;
    private final Path log;

    private BootProcess(Process process, Path log) {
        this.process = process;
        this.log = log;
    }

    /** The JAR with the application, ts-token and their libraries. */
    static Path executableJar() throws IOException {
        Path folder = Files.createDirectories(Path.of("target", "inside"));
        Path plain = folder.resolve("boot-plain.jar");
        ShrinkWrap.create(JavaArchive.class, "boot.jar")
                .addClasses(BootApplication.class, SpringSecurity.class)
                .as(ZipExporter.class)
                .exportTo(plain.toFile(), true);
        Path executable = folder.resolve("boot.jar");
        Repackager repackager = new Repackager(plain.toFile());
        repackager.setMainClass(BootApplication.class.getName());
        repackager.repackage(executable.toFile(), each -> {
            for (File library : libraries()) {
                each.library(new Library(library, LibraryScope.COMPILE));
            }
        });
        return executable;
    }

    private static List<File> libraries() {
        List<File> own = HostApplication.libraries();
        Set<String> names = own.stream().map(File::getName).collect(Collectors.toSet());
        Stream<File> spring = HostApplication.testLibraries(
                        "/org/springframework/",
                        "/io/micrometer/",
                        "/org/apache/tomcat/embed/",
                        "/tomcat-annotations-api")
                .filter(library -> !library.getName().startsWith("spring-boot-loader-tools"))
                .filter(library -> !names.contains(library.getName()));
        return Stream.concat(own.stream(), spring).toList();
    }

    /** Starts it on a free port with these options of Spring Boot. */
    static BootProcess start(Path jar, List<String> options) throws IOException {
        Path log = Files.createTempFile(jar.getParent(), "boot-", ".log");
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-jar", jar.toString()));
        command.addAll(List.of("--server.port=0", "--server.address=127.0.0.1"));
        command.addAll(options);
        return new BootProcess(
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(log.toFile())
                        .start(),
                log);
    }

    /** Its address, when it has started. */
    URI address() {
        Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> !process.isAlive() || port().isPresent());
        String port = port().orElseThrow(() -> new IllegalStateException("Spring Boot did not start:\n" + log()));
        return URI.create("http://127.0.0.1:" + port);
    }

    /** How it ended by itself. */
    int exitCode() throws InterruptedException {
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            throw new IllegalStateException("Spring Boot goes on:\n" + log());
        }
        return process.exitValue();
    }

    /** What it wrote. */
    String log() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Optional<String> port() {
        Matcher started = PORT.matcher(log());
        return started.find() ? Optional.of(started.group(1)) : Optional.empty();
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().completeOnTimeout(process, 20, TimeUnit.SECONDS).join();
        process.destroyForcibly();
    }
}
