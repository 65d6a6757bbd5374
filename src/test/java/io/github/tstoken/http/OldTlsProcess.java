package io.github.tstoken.http;

import io.github.tstoken.config.Secret;
import io.github.tstoken.config.ThoughtSpotConfig.TrustStore;
import io.github.tstoken.testkit.Certificates;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;

/**
 * A server that speaks one version of TLS alone, and a call to it. {@link OldTlsTest} runs it in a JVM that allows every
 * version, so that the refusal is ours and not the JVM's.
 */
final class OldTlsProcess {
    private static final Duration LONG = Duration.ofSeconds(20);

    private OldTlsProcess() {}

    /** The version and a folder for the certificates. Prints what the call got: a status, or the kind of failure. */
    public static void main(String[] arguments) throws IOException {
        Certificates certificates = new Certificates(Path.of(arguments[1]));
        SSLContext keys = certificates.server("ip:127.0.0.1", "-validity", "5");
        try (SSLServerSocket server = (SSLServerSocket)
                keys.getServerSocketFactory().createServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            server.setEnabledProtocols(new String[] {arguments[0]});
            Thread thread = new Thread(() -> answer(server), "old-tls");
            thread.setDaemon(true);
            thread.start();
            TrustStore trusted =
                    new TrustStore(certificates.trustStore(), Optional.of(Secret.of(Certificates.PASSWORD)));
            System.out.println(call(URI.create("https://127.0.0.1:" + server.getLocalPort() + "/"), trusted));
        }
    }

    private static void answer(SSLServerSocket server) {
        byte[] head = new byte[512];
        try (SSLSocket socket = (SSLSocket) server.accept()) {
            if (socket.getInputStream().read(head) > 0) {
                socket.getOutputStream()
                        .write("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            }
        } catch (IOException e) {
            // The client does not want this version.
        }
    }

    private static String call(URI uri, TrustStore trusted) {
        HttpSettings settings = new HttpSettings(LONG, LONG, 1, 0, 0, Optional.empty(), Optional.of(trusted));
        try (BoundedHttp http = BoundedHttp.open(settings)) {
            return http.send(new HttpCall(uri, "text/plain", Map.of(), "x"))
                    .handle((answer, failure) -> failure == null
                            ? String.valueOf(answer.status())
                            : ((UpstreamFailure) failure).kind().name())
                    .toCompletableFuture()
                    .join();
        }
    }
}
