package io.github.tstoken.testkit;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** A certification authority of its own, made with the keytool of the running JDK. */
public final class Certificates {
    /** The password of every store. */
    public static final String PASSWORD = "changeit";

    private final Path folder;
    private final Path authority;

    /** Makes a new authority whose files are in this folder. */
    public Certificates(Path folder) {
        this.folder = folder;
        this.authority = folder.resolve("authority.p12");
        keytool(authority, "ca", "-ext", "bc:critical=ca:true", "-validity", "30");
    }

    /** A store that trusts exactly this authority. */
    public Path trustStore() {
        try {
            KeyStore trusted = empty();
            trusted.setCertificateEntry("ca", load(authority).getCertificate("ca"));
            Path file = folder.resolve("trust.p12");
            try (OutputStream out = Files.newOutputStream(file)) {
                trusted.store(out, PASSWORD.toCharArray());
            }
            return file;
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * A server's key and certificate, signed by the authority.
     *
     * @param name such as {@code ip:127.0.0.1} or {@code dns:localhost}
     * @param period keytool's options of its validity
     */
    public SSLContext server(String name, String... period) {
        try {
            Path file = Files.createTempFile(folder, "server", ".p12");
            Files.write(file, Files.readAllBytes(authority));
            List<String> options = new ArrayList<>(List.of("-signer", "ca", "-ext", "SAN=" + name));
            options.addAll(List.of(period));
            keytool(file, "server", options.toArray(String[]::new));
            return context(load(file));
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static SSLContext context(KeyStore signed) throws GeneralSecurityException, IOException {
        char[] password = PASSWORD.toCharArray();
        KeyStore onlyServer = empty();
        onlyServer.setKeyEntry(
                "server", signed.getKey("server", password), password, signed.getCertificateChain("server"));
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(onlyServer, password);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        return context;
    }

    private static KeyStore empty() throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        return store;
    }

    private static KeyStore load(Path file) throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            store.load(in, PASSWORD.toCharArray());
        }
        return store;
    }

    private static void keytool(Path store, String alias, String... more) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                alias,
                "-keyalg",
                "EC",
                "-groupname",
                "secp256r1",
                "-dname",
                "CN=" + alias,
                "-storetype",
                "PKCS12",
                "-keystore",
                store.toString(),
                "-storepass",
                PASSWORD));
        command.addAll(List.of(more));
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (!process.waitFor(30, TimeUnit.SECONDS) || process.exitValue() != 0) {
                throw new IllegalStateException("keytool: " + output);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
