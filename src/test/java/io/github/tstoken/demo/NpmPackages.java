package io.github.tstoken.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Packages that npm fetches into {@code target}, pinned by a {@code package-lock.json}. */
public final class NpmPackages {
    private static final Path BROWSER = Path.of("src", "test", "browser");
    private static final Path OIDC_PROVIDER = Path.of("src", "test", "oidc-provider");
    private static final List<String> MANIFESTS = List.of("package.json", "package-lock.json", ".npmrc");

    private final Path source;
    private final Path folder;

    private NpmPackages(Path source, Path folder) {
        this.source = source;
        this.folder = folder;
    }

    /** The Visual Embed SDK alone, for the demo; empty without npm or when it fails. */
    public static Optional<NpmPackages> sdkOnly() {
        return install(BROWSER, Path.of("target", "demo", "npm"), Duration.ofMinutes(1), "--omit=dev");
    }

    /** The SDK and a browser, for the browser tests; empty without npm or when it fails. */
    public static Optional<NpmPackages> withBrowser() {
        return install(BROWSER, Path.of("target", "browser"), Duration.ofMinutes(5));
    }

    /** An OpenID Provider; empty without npm or when it fails. */
    public static Optional<NpmPackages> oidcProvider() {
        return install(OIDC_PROVIDER, Path.of("target", "oidc-provider"), Duration.ofMinutes(2));
    }

    /** The folder in which {@code node_modules} is. */
    public Path folder() {
        return folder;
    }

    /** The folder with the SDK's scripts. */
    public Path sdk() {
        return folder.resolve(Path.of("node_modules", "@thoughtspot", "visual-embed-sdk", "dist"));
    }

    private static Optional<NpmPackages> install(Path source, Path folder, Duration limit, String... options) {
        NpmPackages packages = new NpmPackages(source, folder);
        try {
            if (packages.isUpToDate() || packages.fetch(limit, options)) {
                return Optional.of(packages);
            }
        } catch (IOException e) {
            return Optional.empty();
        }
        return Optional.empty();
    }

    private boolean isUpToDate() throws IOException {
        Path lock = folder.resolve("fetched-package-lock.json");
        return Files.exists(lock) && Files.mismatch(lock, source.resolve("package-lock.json")) == -1;
    }

    private boolean fetch(Duration limit, String... options) throws IOException {
        Files.createDirectories(folder);
        for (String manifest : MANIFESTS) {
            Files.copy(source.resolve(manifest), folder.resolve(manifest), StandardCopyOption.REPLACE_EXISTING);
        }
        List<String> command = new ArrayList<>(npm());
        command.addAll(List.of("ci", "--ignore-scripts", "--no-audit", "--no-fund"));
        command.addAll(List.of(options));
        Process npm = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("npm.log").toFile())
                .start();
        if (!succeeds(npm, limit)) {
            return false;
        }
        Files.copy(
                folder.resolve("package-lock.json"),
                folder.resolve("fetched-package-lock.json"),
                StandardCopyOption.REPLACE_EXISTING);
        return true;
    }

    private static List<String> npm() {
        boolean isWindows =
                System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("windows");
        return isWindows ? List.of("cmd", "/c", "npm") : List.of("npm");
    }

    private static boolean succeeds(Process process, Duration limit) {
        try {
            return process.waitFor(limit.toSeconds(), TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            process.descendants().forEach(ProcessHandle::destroy);
            process.destroy();
        }
    }
}
