package io.github.tstoken.config;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;

/** A properties file in UTF-8 whose names are unique. */
final class PropertiesFile {
    private static final int MAX_KIBIBYTES = 8 * 1024;

    private PropertiesFile() {}

    static Map<String, String> read(Path file) throws RejectedValueException {
        Map<String, String> values = new LinkedHashMap<>();
        Properties collector = new Properties() {
            private static final long serialVersionUID = 1L;

            @Override
            public synchronized Object put(Object name, Object value) {
                String earlier = values.putIfAbsent((String) name, (String) value);
                if (earlier != null) {
                    throw new IllegalArgumentException("a name is there twice");
                }
                return null;
            }
        };
        try {
            collector.load(new StringReader(FileText.read(file, MAX_KIBIBYTES)));
            return values;
        } catch (IllegalArgumentException | IOException e) {
            throw new RejectedValueException(
                    "the file is not a properties file with unique names and well-formed \\u escapes");
        }
    }
}
