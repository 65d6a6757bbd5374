package io.github.tstoken.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OldTlsTest {
    private static final int PATIENCE_SECONDS = 60;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({"TLSv1.1, UNTRUSTED", "TLSv1.2, 200", "TLSv1.3, 200"})
    @DisplayName("[R36] TLS before 1.2 is refused, also where the JVM would allow it")
    void whenTheServerSpeaksOneVersionAlone_thenItMustNotBeAnOldOne(String version, String outcome)
            throws IOException, InterruptedException {
        Path allowAll = Files.writeString(folder.resolve("java.security"), "jdk.tls.disabledAlgorithms=\n");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Djava.security.properties=" + allowAll,
                        "-classpath",
                        System.getProperty("java.class.path"),
                        OldTlsProcess.class.getName(),
                        version,
                        folder.toString())
                .redirectErrorStream(true)
                .start();
        try {
            assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
            assertThat(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .isEqualTo(outcome + System.lineSeparator());
        } finally {
            process.destroyForcibly();
        }
    }
}
