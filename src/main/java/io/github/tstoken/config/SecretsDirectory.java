package io.github.tstoken.config;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** A directory whose files are values: the name of the file is the key. Other files in it are none of ours. */
final class SecretsDirectory {
    private SecretsDirectory() {}

    /**
     * The values by key; a file that cannot be read is a mistake of its own.
     *
     * @throws RejectedValueException when the directory cannot be listed
     */
    static Map<String, String> read(Path directory, String sourceName, Findings findings)
            throws RejectedValueException {
        Map<String, String> values = new TreeMap<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(directory, ConfigKey.PREFIX + "*")) {
            for (Path file : files) {
                add(file, values, sourceName, findings);
            }
            return values;
        } catch (IOException | DirectoryIteratorException e) {
            throw new RejectedValueException("the directory does not exist or cannot be read");
        }
    }

    private static void add(Path file, Map<String, String> values, String sourceName, Findings findings) {
        String key = file.getFileName().toString();
        try {
            values.put(key, SecretFile.read(file));
        } catch (RejectedValueException e) {
            findings.mistake(key, sourceName, e.getMessage());
        }
    }
}
