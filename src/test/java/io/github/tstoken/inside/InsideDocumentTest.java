package io.github.tstoken.inside;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class InsideDocumentTest {
    private static final Pattern SNIPPET = Pattern.compile("```(?:java|xml)\n(.*?)```", Pattern.DOTALL);
    private static final String DEPENDENCY = "<dependency>";

    @Test
    void everySnippetOfTheGuideIsInAnApplicationThatIsTested() throws IOException {
        List<String> applications = Stream.concat(
                        files("src/test/java/io/github/tstoken/inside/host"), files("src/test/resources/inside"))
                .toList();
        List<String> snippets = SNIPPET.matcher(Files.readString(Path.of("docs/inside.md")))
                .results()
                .map(snippet -> snippet.group(1))
                .filter(snippet -> !snippet.startsWith(DEPENDENCY))
                .toList();
        assertThat(snippets).hasSizeGreaterThan(4);
        assertThat(snippets)
                .allSatisfy(snippet -> assertThat(applications)
                        .anySatisfy(application -> assertThat(application).contains(snippet)));
    }

    private static Stream<String> files(String folder) throws IOException {
        try (Stream<Path> files = Files.walk(Path.of(folder))) {
            return files.filter(Files::isRegularFile).map(InsideDocumentTest::text).toList().stream();
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
