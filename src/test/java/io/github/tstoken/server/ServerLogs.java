package io.github.tstoken.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** What the server has written since it was unpacked. */
final class ServerLogs {
    private static final Path FOLDER = Path.of(System.getProperty("server.logs"));

    private ServerLogs() {}

    /** Every line of every log, Tomcat's console aside: there each line would be seen twice. */
    static List<String> lines() {
        try (Stream<Path> files = Files.walk(FOLDER)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> !file.endsWith("catalina.out"))
                    .flatMap(ServerLogs::lines)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<String> lines(Path file) {
        try {
            return Files.readString(file).lines();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
