package io.github.tstoken.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConfigurationDocumentTest {

    @Test
    void theTableOfKeysIsTheOneOfTheCode() throws IOException {
        List<String> documented = Files.readAllLines(Path.of("docs/configuration.md")).stream()
                .filter(line -> line.startsWith("| `tstoken."))
                .toList();

        List<String> coded =
                ConfigKeys.ALL.stream().map(ConfigurationDocumentTest::row).toList();

        assertThat(without(coded, documented)).as("rows to add").isEmpty();
        assertThat(without(documented, coded)).as("rows to remove").isEmpty();
        assertThat(documented).as("order of the rows").isEqualTo(coded);
    }

    @Test
    void everyDefaultIsAllowed() {
        assertThat(ConfigKeys.ALL)
                .filteredOn(key -> key.defaultText().isPresent())
                .allSatisfy(key -> assertThat(key.defaultValue()).isNotNull());
    }

    private static List<String> without(List<String> rows, List<String> others) {
        return rows.stream().filter(row -> !others.contains(row)).toList();
    }

    private static String row(ConfigKey<?> key) {
        String allowed = key.type().allowed().replace("<", "&lt;");
        return "| `" + key.name() + "` | " + key.defaultMeaning() + " | " + allowed + " | " + key.meaning() + " |";
    }
}
