package io.github.tstoken.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/** A file of texts with a title each: {@code ### title} and the lines below it. Lines before the first are a remark. */
final class Blocks {
    private static final String TITLE = "### ";

    private Blocks() {}

    /** The texts by title, in their order. */
    static Map<String, String> read(Path file) {
        try {
            Map<String, String> blocks = new LinkedHashMap<>();
            Arrays.stream(("\n" + Files.readString(file)).split("\n" + TITLE, -1))
                    .skip(1)
                    .forEach(block -> add(blocks, block));
            return blocks;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void add(Map<String, String> blocks, String block) {
        String[] titleAndText = block.split("\n", 2);
        if (blocks.put(titleAndText[0], titleAndText[1].strip()) != null) {
            throw new IllegalStateException("two blocks have the title " + titleAndText[0]);
        }
    }

    /** Writes the texts as {@link #read} reads them. */
    static void write(Path file, String remark, Map<String, String> blocks) {
        StringBuilder text = new StringBuilder(remark).append('\n');
        blocks.forEach((title, block) -> text.append('\n')
                .append(TITLE)
                .append(title)
                .append('\n')
                .append(block)
                .append('\n'));
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
