package io.github.tstoken.config;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A secret: a key for the value itself, and its twin with {@code -file} for the file that has the value.
 *
 * @param inline the key of the value
 * @param file the key of the file
 */
record SecretSetting(ConfigKey<Secret> inline, ConfigKey<Path> file) {

    static SecretSetting required(String name, String meaning) {
        return of(ConfigKey.required(name, SecretTypes.SECRET, meaning));
    }

    static SecretSetting optional(String name, String meaning) {
        return of(ConfigKey.optional(name, SecretTypes.SECRET, meaning));
    }

    static SecretSetting of(ConfigKey<Secret> inline) {
        String meaning = "A file with the value of `" + inline.name() + "`, instead of the value itself.";
        return new SecretSetting(inline, ConfigKey.optional(inline.name() + "-file", Texts.FILE, meaning));
    }

    List<ConfigKey<?>> keys() {
        return List.of(inline, file);
    }

    /** The members of a family of secrets of which either key is set, by their free part. */
    SortedMap<String, SecretSetting> members(Settings settings) {
        SortedMap<String, SecretSetting> members = new TreeMap<>();
        for (ConfigKey<?> family : keys()) {
            settings.membersOf(family).stream().map(family::freePart).forEach(part -> members.put(part, member(part)));
        }
        return members;
    }

    /** The one of this family that has this in the place of the free part. */
    SecretSetting member(String freePart) {
        return new SecretSetting(inline.member(freePart), file.member(freePart));
    }

    boolean isSet(Settings settings) {
        return settings.isSet(inline) || settings.isSet(file);
    }

    /** The secret as something that may change; empty when there is none or it has a mistake. */
    Optional<SecretSource> readSource(Settings settings) {
        return read(settings)
                .map(secret -> settings.isSet(inline)
                        ? SecretSource.of(secret)
                        : SecretSource.ofFile(settings.get(file).orElseThrow(), secret));
    }

    /** A secret for which there is only the key of the file. */
    static Optional<SecretSource> readSourceOf(Settings settings, ConfigKey<Path> file, ValueType<Secret> type) {
        return settings.get(file)
                .flatMap(path ->
                        content(settings, file, path, type).map(secret -> SecretSource.ofFile(path, secret, type)));
    }

    /** The secret; empty when there is none or it has a mistake. */
    Optional<Secret> read(Settings settings) {
        if (settings.isSet(inline) && settings.isSet(file)) {
            settings.mistake(
                    file,
                    "set together with " + inline.name() + " (" + settings.sourceOf(inline)
                            + "), only one of the two can be");
        }
        return settings.get(inline)
                .or(() -> settings.get(file).flatMap(path -> content(settings, file, path, inline.type())));
    }

    private static Optional<Secret> content(
            Settings settings, ConfigKey<Path> file, Path path, ValueType<Secret> type) {
        try {
            String text = SecretFile.read(path);
            if (text.isEmpty()) {
                throw new RejectedValueException("the file is empty");
            }
            Secret secret = type.parse(text);
            if (SecretFile.isWorldReadable(path)) {
                settings.warning(file, "everybody on this machine may read the file");
            }
            return Optional.of(secret);
        } catch (RejectedValueException e) {
            settings.mistake(file, e.getMessage());
            return Optional.empty();
        }
    }
}
