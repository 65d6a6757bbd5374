package io.github.tstoken.testkit.identity;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Keycloak with the realm of {@code src/test/resources/keycloak}: the client {@value #CLIENT}, and bob and alice with the passwords
 * {@code bobs-password} and {@code alices-password}. The build unpacks it; its data are in memory, so that each start is the first.
 */
public final class KeycloakServer implements AutoCloseable {
    public static final String CLIENT = "ts-token";
    public static final String SECRET = "client-secret-of-ts-token";

    private static final Path HOME = Path.of("target", "keycloak");
    private static final String ADMIN = "admin-of-tests";
    /** The first start after unpacking builds the server anew. */
    private static final Duration LIMIT = Duration.ofMinutes(5);

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final ServerProcess process;
    private final String address;

    private KeycloakServer(ServerProcess process, String address) {
        this.process = process;
        this.address = address;
    }

    /** Starts it on a free port of this machine. */
    public static KeycloakServer start() throws IOException {
        Path imported = Files.createDirectories(HOME.resolve(Path.of("data", "import")));
        Files.copy(
                Path.of("src", "test", "resources", "keycloak", "people-realm.json"),
                imported.resolve("people-realm.json"),
                StandardCopyOption.REPLACE_EXISTING);
        int port = ServerProcess.freePort();
        ProcessBuilder builder = new ProcessBuilder(
                        "sh",
                        "bin/kc.sh",
                        "start-dev",
                        "--import-realm",
                        "--db=dev-mem",
                        "--cache=local",
                        "--http-host=127.0.0.1",
                        "--http-port=" + port)
                .directory(HOME.toFile());
        builder.environment()
                .putAll(Map.of(
                        "KC_BOOTSTRAP_ADMIN_USERNAME",
                        ADMIN,
                        "KC_BOOTSTRAP_ADMIN_PASSWORD",
                        ADMIN,
                        "JAVA_OPTS_KC_HEAP",
                        "-Xms64m -Xmx512m"));
        KeycloakServer server = new KeycloakServer(
                ServerProcess.start(builder, HOME.resolve("keycloak.log")), "http://127.0.0.1:" + port);
        server.process.awaitReady(URI.create(server.issuer() + "/.well-known/openid-configuration"), LIMIT);
        return server;
    }

    /** The name of the realm, and where it is. */
    public String issuer() {
        return address + "/realms/people";
    }

    /** Signs with a new RSA key from now on; the old ones stay published. */
    public void addSigningKey() {
        String realm = get("/admin/realms/people").replaceAll(".*?\"id\":\"([^\"]+)\".*", "$1");
        post("/admin/realms/people/components", """
                {"name":"another-key","providerId":"rsa-generated","providerType":"org.keycloak.keys.KeyProvider","parentId":"%s",
                 "config":{"priority":["1000"],"enabled":["true"],"active":["true"],"algorithm":["RS256"],"keySize":["2048"]}}
                """.formatted(realm));
    }

    /** Makes a client that signs with a key of this set of public keys (RFC 7523). */
    public void addSigningClient(String id, String jwks) throws IOException {
        post(
                "/admin/realms/people/clients",
                JSON.writeValueAsString(Map.of(
                        "clientId",
                        id,
                        "protocol",
                        "openid-connect",
                        "publicClient",
                        false,
                        "clientAuthenticatorType",
                        "client-jwt",
                        "redirectUris",
                        List.of("*"),
                        "attributes",
                        Map.of("use.jwks.string", "true", "jwks.string", jwks))));
    }

    /** Tells the client {@value #CLIENT} at this address of the end of its sign-ins, by their sessions, from now on. */
    public void tellSignOutsTo(URI address) throws IOException {
        String found = get("/admin/realms/people/clients?clientId=" + CLIENT);
        ObjectNode client = (ObjectNode) JSON.readTree(found).get(0);
        ((ObjectNode) client.get("attributes"))
                .put("backchannel.logout.url", address.toString())
                .put("backchannel.logout.session.required", "true");
        send(asAdmin("/admin/realms/people/clients/" + client.get("id").asText())
                .header("Content-Type", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(client))));
    }

    private HttpRequest.Builder asAdmin(String path) {
        return HttpRequest.newBuilder(URI.create(address + path)).header("Authorization", "Bearer " + adminToken());
    }

    private String get(String path) {
        return send(asAdmin(path));
    }

    private void post(String path, String json) {
        send(asAdmin(path).header("Content-Type", "application/json").POST(HttpRequest.BodyPublishers.ofString(json)));
    }

    private String adminToken() {
        String form = Map.of("grant_type", "password", "client_id", "admin-cli", "username", ADMIN, "password", ADMIN)
                .entrySet()
                .stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        String answer =
                send(HttpRequest.newBuilder(URI.create(address + "/realms/master/protocol/openid-connect/token"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(form)));
        return answer.replaceAll(".*\"access_token\":\"([^\"]+)\".*", "$1");
    }

    private static String send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> answer =
                    HTTP.send(request.timeout(Duration.ofSeconds(30)).build(), HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() >= 300) {
                throw new AssertionError(
                        "Keycloak's administration answers " + answer.statusCode() + " " + answer.body());
            }
            return answer.body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        process.close();
    }
}
