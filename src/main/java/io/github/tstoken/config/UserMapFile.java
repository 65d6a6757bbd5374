package io.github.tstoken.config;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** A file that says which ThoughtSpot user each name is. */
final class UserMapFile {
    private UserMapFile() {}

    static Map<String, String> read(Path file) throws RejectedValueException {
        Map<String, String> users = PropertiesFile.read(file);
        if (users.isEmpty()) {
            throw new RejectedValueException("the file has no names");
        }
        for (Map.Entry<String, String> entry : users.entrySet()) {
            if (isBroken(entry.getKey()) || isBroken(entry.getValue())) {
                throw new RejectedValueException(
                        "the file has a name that is empty, begins or ends with white space, or has control characters");
            }
        }
        return users;
    }

    /** The ThoughtSpot users that more than one name becomes, in the order of the alphabet. */
    static Set<String> sharedUsers(Map<String, String> users) {
        Set<String> seen = new HashSet<>();
        Set<String> shared = new TreeSet<>();
        users.values().stream().filter(user -> !seen.add(user)).forEach(shared::add);
        return shared;
    }

    private static boolean isBroken(String name) {
        return name.isEmpty() || !name.equals(name.strip()) || name.codePoints().anyMatch(ValueType::isUnprintable);
    }
}
