package io.github.tstoken.browser;

import static org.junit.jupiter.api.Assumptions.abort;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.tstoken.demo.NpmPackages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Runs the scenarios of {@code src/test/browser}, each in a browser of its own, within a bounded time. */
final class Scenarios {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration LIMIT = Duration.ofSeconds(90);
    private static final List<String> SCRIPTS =
            List.of("scenario.mjs", "scenarios.mjs", "embeds.mjs", "signin.mjs", "browser.mjs");

    private final Path folder;
    private final Path sdk;

    private Scenarios(NpmPackages packages) {
        folder = packages.folder().toAbsolutePath();
        sdk = packages.sdk();
    }

    /** Without npm there is no browser: on a developer's machine that is said, in CI it is a failure. */
    static Scenarios ready() throws IOException {
        Optional<NpmPackages> packages = NpmPackages.withBrowser();
        if (packages.isEmpty() && !"true".equals(System.getenv("CI"))) {
            abort("npm is not here or could not fetch the browser, so nothing was tried in a browser");
        }
        return in(packages.orElseThrow(
                () -> new AssertionError("npm could not fetch the browser; see target/browser/npm.log")));
    }

    private static Scenarios in(NpmPackages packages) throws IOException {
        for (String script : SCRIPTS) {
            Path source = Path.of("src", "test", "browser", script);
            Files.copy(source, packages.folder().resolve(script), StandardCopyOption.REPLACE_EXISTING);
        }
        Files.createDirectories(packages.folder().resolve("tmp"));
        return new Scenarios(packages);
    }

    /** The folder with the Visual Embed SDK's scripts. */
    Path sdk() {
        return sdk;
    }

    /** What the scenario answered. An {@link AssertionError} has the browser's complaint when it did not end well. */
    JsonNode run(String name, Map<String, ?> options) throws IOException, InterruptedException {
        Path out = folder.resolve(name + ".out");
        Path err = folder.resolve(name + ".err");
        ProcessBuilder node = new ProcessBuilder("node", "scenario.mjs", name, JSON.writeValueAsString(options))
                .directory(folder.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        node.environment().put("TMPDIR", folder.resolve("tmp").toString());
        if (!succeeds(node.start())) {
            throw new AssertionError(name + " did not end well: " + Files.readString(err));
        }
        return JSON.readTree(Files.readString(out));
    }

    private static boolean succeeds(Process process) throws InterruptedException {
        try {
            return process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS) && process.exitValue() == 0;
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }
}
