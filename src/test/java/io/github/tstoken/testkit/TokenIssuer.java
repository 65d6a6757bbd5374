package io.github.tstoken.testkit;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** An identity provider that publishes keys, and signs with them whatever it is told to. */
public final class TokenIssuer implements AutoCloseable {
    /** Its name, and whom its tokens are for. */
    public static final String ISSUER = "https://id.example.com/realms/people";

    public static final String AUDIENCE = "ts-token";

    private static final KeyPair RSA = generate("RSA", 2048);
    private static final KeyPair OTHER_RSA = generate("RSA", 2048);
    private static final KeyPair EC = curved();

    private final HttpServer server;
    private final AtomicInteger fetches = new AtomicInteger();
    private volatile int status = 200;
    private volatile List<String> published = List.of(rsaKey("rsa-1", RSA), ecKey("ec-1"));

    private TokenIssuer(HttpServer server) {
        this.server = server;
        server.createContext("/keys", this::publish);
        server.start();
    }

    /** Listens on a free port of this machine. */
    public static TokenIssuer start() {
        try {
            return new TokenIssuer(HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where its keys are. */
    public URI keys() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/keys");
    }

    /** How often it was asked for them. */
    public int fetches() {
        return fetches.get();
    }

    /** Answers with this status from now on. */
    public void answersWith(int newStatus) {
        status = newStatus;
    }

    /** Publishes the second key, too, from now on: that of {@link TokenSigner#OTHER} under the name {@code rsa-2}. */
    public void publishesANewKey() {
        published = List.of(rsaKey("rsa-1", RSA), rsaKey("rsa-2", OTHER_RSA));
    }

    /** A token of a person who is signed in, with these further claims as JSON members. */
    public static String tokenFor(String person, String... claims) {
        String all = "\"iss\":\"" + ISSUER + "\",\"aud\":\"" + AUDIENCE + "\",\"sub\":\"" + person + "\",\"exp\":"
                + Instant.now().plusSeconds(300).getEpochSecond()
                + (claims.length == 0 ? "" : "," + String.join(",", claims));
        return TokenSigner.RIGHT.sign("{\"alg\":\"RS256\",\"kid\":\"rsa-1\",\"typ\":\"JWT\"}", "{" + all + "}");
    }

    /** Its set of keys. */
    public static String keySet() {
        return set(List.of(rsaKey("rsa-1", RSA), ecKey("ec-1")));
    }

    /** Its set of keys with the second one, {@code rsa-2}, too. */
    public static String keySetWithANewKey() {
        return set(List.of(rsaKey("rsa-1", RSA), rsaKey("rsa-2", OTHER_RSA), ecKey("ec-1")));
    }

    /** A set of these keys. */
    public static String set(List<String> keys) {
        return "{\"keys\":[" + String.join(",", keys) + "]}";
    }

    static KeyPair rsa() {
        return RSA;
    }

    static KeyPair otherRsa() {
        return OTHER_RSA;
    }

    static KeyPair ec() {
        return EC;
    }

    private void publish(HttpExchange exchange) throws IOException {
        fetches.incrementAndGet();
        byte[] body = set(published).getBytes(StandardCharsets.UTF_8);
        try (exchange) {
            exchange.getResponseHeaders().set("Content-Type", "application/jwk-set+json");
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    /** The first key under another name and with further members. */
    public static String rsaKey(String id, String more) {
        String key = rsaKey(id, RSA);
        return key.substring(0, key.length() - 1) + more + "}";
    }

    private static String rsaKey(String id, KeyPair pair) {
        RSAPublicKey key = (RSAPublicKey) pair.getPublic();
        return "{\"kty\":\"RSA\",\"kid\":\"" + id + "\",\"n\":\"" + number(key.getModulus(), 256) + "\",\"e\":\""
                + number(key.getPublicExponent(), 3) + "\"}";
    }

    private static String ecKey(String id) {
        ECPublicKey key = (ECPublicKey) EC.getPublic();
        return "{\"kty\":\"EC\",\"crv\":\"P-256\",\"kid\":\"" + id + "\",\"x\":\""
                + number(key.getW().getAffineX(), 32) + "\",\"y\":\""
                + number(key.getW().getAffineY(), 32) + "\"}";
    }

    /** RFC 7518 section 2, Base64urlUInt, in this many bytes. */
    private static String number(BigInteger value, int length) {
        byte[] bytes = value.toByteArray();
        byte[] fixed = new byte[length];
        byte[] significant = bytes.length > length ? Arrays.copyOfRange(bytes, 1, bytes.length) : bytes;
        System.arraycopy(significant, 0, fixed, length - significant.length, significant.length);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(fixed);
    }

    private static KeyPair generate(String algorithm, int bits) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
            generator.initialize(bits);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static KeyPair curved() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
