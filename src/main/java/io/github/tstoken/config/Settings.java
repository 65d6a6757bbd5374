package io.github.tstoken.config;

import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigValue;

/** Reads typed values. A mistake is noted and reading goes on, so that all of them are reported at once. */
final class Settings {
    private final Config config;
    private final Findings findings;

    Settings(Config config, Findings findings) {
        this.config = config;
        this.findings = findings;
    }

    /** The value; empty when there is none or it has a mistake. */
    <T> Optional<T> get(ConfigKey<T> key) {
        return get(key.name(), key.type());
    }

    /** The value of one member of a family. */
    <T> Optional<T> get(String name, ValueType<T> type) {
        Optional<String> text = written(name);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(type.parse(text.get()));
        } catch (RejectedValueException e) {
            mistake(name, e.getMessage());
            return Optional.empty();
        }
    }

    /** The value of a key that has a default; the default too when the value has a mistake. */
    <T> T getOrDefault(ConfigKey<T> key) {
        return get(key).orElseGet(key::defaultValue);
    }

    /** The full names of the members of a family that are set. */
    SortedSet<String> membersOf(ConfigKey<?> family) {
        SortedSet<String> names = new TreeSet<>();
        config.getPropertyNames().forEach(name -> {
            if (family.covers(name)) {
                names.add(name);
            }
        });
        return names;
    }

    /** The text of a key as it was written, or its default. */
    Optional<String> written(String name) {
        return Optional.ofNullable(config.getConfigValue(name).getValue());
    }

    /** Whether somebody wrote a value, right or wrong. */
    boolean isSet(ConfigKey<?> key) {
        return isSet(key.name());
    }

    boolean isSet(String name) {
        ConfigValue value = config.getConfigValue(name);
        return value.getValue() != null && !value.getSourceName().equals(ConfigSources.DEFAULTS);
    }

    String sourceOf(ConfigKey<?> key) {
        return sourceOf(key.name());
    }

    String sourceOf(String name) {
        ConfigValue value = config.getConfigValue(name);
        return value.getValue() == null ? "not set" : value.getSourceName();
    }

    void mistake(ConfigKey<?> key, String rule) {
        mistake(key.name(), rule);
    }

    void mistake(String name, String rule) {
        findings.mistake(name, sourceOf(name), rule);
    }

    void warning(ConfigKey<?> key, String text) {
        findings.warning(key.name() + " (" + sourceOf(key) + "): " + text);
    }
}
