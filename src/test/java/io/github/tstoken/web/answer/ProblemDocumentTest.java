package io.github.tstoken.web.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProblemDocumentTest {
    private static final int HEADER_LINES = 2;

    @Test
    void whenAProblemExists_thenTheDocumentHasExactlyItsRow() throws IOException {
        List<String> rows = Files.readAllLines(Path.of("docs", "problems.md")).stream()
                .filter(line -> line.startsWith("|"))
                .skip(HEADER_LINES)
                .toList();
        assertThat(rows)
                .containsExactlyElementsOf(Arrays.stream(Problem.values())
                        .map(ProblemDocumentTest::row)
                        .toList());
    }

    private static String row(Problem problem) {
        return "| `" + problem.slug() + "` | " + problem.status() + " | " + problem.title() + " | " + problem.detail()
                + " |";
    }
}
