package io.github.tstoken.config;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Inputs for a test: the two required keys as server's parameters, and what the test adds to each source. */
final class GivenConfig {
    static final String KEY = "4bb1c2d3-canary-0001";

    private final Map<String, String> system = new HashMap<>();
    private final Map<String, String> environment = new HashMap<>();
    private final Map<String, String> server = new HashMap<>();
    private Path usualSecretsDirectory = Path.of("no-such-directory");
    private Optional<Path> serverDirectory = Optional.of(Path.of("/srv/server"));
    private FurtherChecks checks = new FurtherChecks(target -> Optional.empty(), source -> Optional.empty());

    static GivenConfig empty() {
        return new GivenConfig();
    }

    static GivenConfig minimal() {
        return empty().server("tstoken.thoughtspot.url", "https://ts.example.com")
                .server("tstoken.thoughtspot.secret-key", KEY);
    }

    /** The minimal configuration and one more key. */
    static GivenConfig with(String key, String value) {
        return minimal().server(key, value);
    }

    GivenConfig system(String key, String value) {
        system.put(key, value);
        return this;
    }

    GivenConfig environment(String name, String value) {
        environment.put(name, value);
        return this;
    }

    GivenConfig server(String key, String value) {
        server.put(key, value);
        return this;
    }

    GivenConfig without(String key) {
        server.remove(key);
        return this;
    }

    GivenConfig usualSecretsDirectory(Path directory) {
        usualSecretsDirectory = directory;
        return this;
    }

    GivenConfig serverDirectory(Optional<Path> directory) {
        serverDirectory = directory;
        return this;
    }

    GivenConfig checks(FurtherChecks further) {
        checks = further;
        return this;
    }

    ConfigInputs inputs() {
        return new ConfigInputs(
                system,
                environment,
                List.of(new ServerParameters("web application", server)),
                usualSecretsDirectory,
                serverDirectory);
    }

    ConfigReading reading() {
        return ConfigReader.read(inputs(), checks);
    }

    ServiceConfig config() {
        return reading().config();
    }

    /** The lines of the message, without its first. */
    List<String> mistakes() {
        InvalidConfigException e = catchThrowableOfType(InvalidConfigException.class, this::reading);
        return e == null
                ? List.of()
                : e.getMessage().lines().skip(1).map(String::strip).toList();
    }
}
