package io.github.tstoken.testkit.identity;

import static org.junit.jupiter.api.Assumptions.abort;

import io.github.tstoken.demo.NpmPackages;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The npm package oidc-provider: strict, with rotation of refresh tokens and detection of their reuse. Whoever is named by {@code
 * login_hint}, else bob, signs in and agrees, so that a browser only has to follow.
 */
public final class OidcProviderServer implements AutoCloseable {
    public static final String CLIENT = "ts-token";
    public static final String SECRET = "client-secret:of ts-token";
    /** The client that signs with ES256. */
    public static final String SIGNING_CLIENT = "ts-token-signing";

    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final ServerProcess process;
    private final String issuer;

    private OidcProviderServer(ServerProcess process, String issuer) {
        this.process = process;
        this.issuer = issuer;
    }

    /** Starts it; without npm that is said, in CI it is a failure. */
    public static OidcProviderServer start() throws IOException {
        return start(Optional.empty());
    }

    /**
     * Starts it.
     *
     * @param clientKeys the public keys of the client that signs, as a JWK Set
     */
    public static OidcProviderServer start(Optional<String> clientKeys) throws IOException {
        Optional<NpmPackages> packages = NpmPackages.oidcProvider();
        if (packages.isEmpty() && !"true".equals(System.getenv("CI"))) {
            abort("npm is not here or could not fetch oidc-provider, so nothing was tried with it");
        }
        Path folder = packages.map(NpmPackages::folder)
                .orElseThrow(() ->
                        new AssertionError("npm could not fetch oidc-provider; see target/oidc-provider/npm.log"));
        Files.copy(
                Path.of("src", "test", "oidc-provider", "provider.mjs"),
                folder.resolve("provider.mjs"),
                StandardCopyOption.REPLACE_EXISTING);
        int port = ServerProcess.freePort();
        List<String> command = new ArrayList<>(List.of("node", "provider.mjs", Integer.toString(port), SECRET));
        clientKeys.ifPresent(command::add);
        OidcProviderServer server = new OidcProviderServer(
                ServerProcess.start(
                        new ProcessBuilder(command).directory(folder.toFile()),
                        folder.resolve("provider-" + port + ".log")),
                "http://127.0.0.1:" + port);
        server.process.awaitReady(URI.create(server.issuer + "/.well-known/openid-configuration"), LIMIT);
        return server;
    }

    /** Its name, and where it is. */
    public String issuer() {
        return issuer;
    }

    @Override
    public void close() {
        process.close();
    }
}
