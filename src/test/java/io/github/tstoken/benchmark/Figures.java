package io.github.tstoken.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The table of a whole run.
 *
 * @param machine what it ran on
 * @param figures its lines
 */
public record Figures(String machine, List<Figure> figures) {
    private static final String HEADING = "## Last figures\n";

    /** The table as Markdown. */
    public String text() {
        String lines = figures.stream()
                .map(figure -> "| " + figure.name() + " | " + figure.value() + " | " + figure.target() + " |\n")
                .collect(Collectors.joining());
        return machine + "\n\n| | measured | target |\n|---|---|---|\n" + lines;
    }

    /** Replaces what the document has under its last heading. */
    public void writeTo(Path document) throws IOException {
        String before = Files.readString(document);
        int heading = before.indexOf(HEADING);
        if (heading < 0) {
            throw new IOException(document + " has no heading for the figures");
        }
        Files.writeString(document, before.substring(0, heading) + HEADING + "\n" + text());
    }
}
