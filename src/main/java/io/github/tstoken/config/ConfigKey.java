package io.github.tstoken.config;

import java.util.Locale;
import java.util.Optional;

/**
 * One key, in one place for the reader and for the documentation.
 *
 * @param name as it is written in a properties file; that of a family of keys has a free part, {@code <...>}
 * @param type what is allowed
 * @param defaultText the value when none is given, when that is one fixed value
 * @param defaultMeaning the default in words
 * @param meaning one sentence
 */
record ConfigKey<T>(
        String name, ValueType<T> type, Optional<String> defaultText, String defaultMeaning, String meaning) {

    /** The prefix of every key. */
    static final String PREFIX = "tstoken.";

    static <T> ConfigKey<T> required(String name, ValueType<T> type, String meaning) {
        return withoutDefault(name, type, "required", meaning);
    }

    static <T> ConfigKey<T> optional(String name, ValueType<T> type, String meaning) {
        return withoutDefault(name, type, "none", meaning);
    }

    /** A key whose default depends on other keys or on the machine, so that it is given in words. */
    static <T> ConfigKey<T> withoutDefault(String name, ValueType<T> type, String defaultMeaning, String meaning) {
        return new ConfigKey<>(name, type, Optional.empty(), defaultMeaning, meaning);
    }

    static <T> ConfigKey<T> withDefault(String name, ValueType<T> type, String defaultText, String meaning) {
        return new ConfigKey<>(name, type, Optional.of(defaultText), "`" + defaultText + "`", meaning);
    }

    /** The default as a value. */
    T defaultValue() {
        try {
            return type.parse(defaultText.orElseThrow());
        } catch (RejectedValueException e) {
            throw new IllegalStateException("the default of " + name + " is not allowed", e);
        }
    }

    /** MicroProfile Config: what is neither letter nor digit becomes {@code _}, the rest upper case. */
    String environmentName() {
        return name.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
    }

    /** Whether this stands for all keys that have something of their own in the place of the free part. */
    boolean isFamily() {
        return name.contains("<");
    }

    /** The name up to its free part. */
    String familyPrefix() {
        return name.substring(0, name.indexOf('<'));
    }

    private String familySuffix() {
        return name.substring(name.indexOf('>') + 1);
    }

    boolean covers(String candidate) {
        return isFamily() ? isMember(candidate) : candidate.equals(name);
    }

    private boolean isMember(String candidate) {
        return candidate.length() >= familyPrefix().length() + familySuffix().length()
                && candidate.startsWith(familyPrefix())
                && candidate.endsWith(familySuffix());
    }

    /** What a member of this family has in the place of the free part. */
    String freePart(String member) {
        return member.substring(
                familyPrefix().length(), member.length() - familySuffix().length());
    }

    /** The one key of this family that has this in the place of the free part. */
    ConfigKey<T> member(String freePart) {
        return new ConfigKey<>(familyPrefix() + freePart + familySuffix(), type, defaultText, defaultMeaning, meaning);
    }

    boolean isSecret() {
        return SecretTypes.ALL.contains(type);
    }
}
