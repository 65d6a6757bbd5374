package io.github.tstoken.authorizations;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Defects of other token stores, each of which a test here carries by its number: {@code [D1]} and so on. */
class KnownDefectsTest {
    private static final String TESTS = allTests();

    private static String allTests() {
        try (Stream<Path> files = Files.walk(Path.of("src", "test", "java"))) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .map(KnownDefectsTest::text)
                    .collect(Collectors.joining());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest(name = "[{0}] {1}")
    @CsvSource({
        "D1,every read of a token refreshes it",
        "D2,parallel reads refresh in parallel and end the grant",
        "D3,only one kind of provider gives the members that are needed",
        "D4,the provider's subject has to be our user's name instead of the initiator being the consenter",
        "D5,a grant that the provider ended is a 500 and stays active",
        "D6,open redirect by return_to or Referer",
        "D7,a lost state or a refusal of the person is a 500",
        "D8,the provider is looked up where methods have names too",
        "D9,two first connections at once make two rows",
        "D10,who disconnects stays connected at the provider",
        "D11,any origin may read",
        "D12,a missing key is found by the first person who needs it",
        "D13,a provider without discovery cannot be used",
        "D14,addresses come from X-Forwarded headers",
        "D15,no audit or page or sweep"
    })
    void whenADefectIsKnown_thenATestIsAboutIt(String number, String defect) {
        assertThat(TESTS).as(defect).contains("\"[" + number + "] ");
    }
}
