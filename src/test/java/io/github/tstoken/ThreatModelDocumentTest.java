package io.github.tstoken;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ThreatModelDocumentTest {
    private static final Pattern ROW = Pattern.compile("\\| (R[0-9]+) \\| [^|]+ \\| `(\\w+)` \\|");

    static List<MatchResult> rows() throws IOException {
        return ROW.matcher(Files.readString(Path.of("docs", "threat-model.md")))
                .results()
                .toList();
    }

    @ParameterizedTest
    @MethodSource("rows")
    void whenARequirementNamesItsProof_thenThatTestCarriesItsNumber(MatchResult row) throws IOException {
        assertThat(Files.readString(source(row.group(2)))).contains("[" + row.group(1) + "]");
    }

    private static Path source(String test) throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src", "test", "java"))) {
            return files.filter(file -> file.endsWith(test + ".java"))
                    .findFirst()
                    .orElseThrow();
        }
    }
}
