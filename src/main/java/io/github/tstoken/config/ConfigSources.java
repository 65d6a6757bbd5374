package io.github.tstoken.config;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.spi.ConfigSource;

/** Puts the sources together, the strongest first. */
final class ConfigSources {
    /** The name of the weakest source. */
    static final String DEFAULTS = "default";

    private static final String ENVIRONMENT = "environment";
    private static final int ENVIRONMENT_RANK = 1;

    static final ConfigKey<Path> FILE = ConfigKey.optional(
            "tstoken.config",
            Texts.FILE,
            "A properties file (UTF-8) with more of these keys; not itself set in a file.");
    static final ConfigKey<Path> DIRECTORY = ConfigKey.withoutDefault(
            "tstoken.secrets-dir",
            Texts.FILE,
            "`/run/secrets` when it exists",
            "A directory whose files are values: the file's name is the key.");
    static final List<ConfigKey<?>> KEYS = List.of(FILE, DIRECTORY);

    private final List<ConfigSource> sources = new ArrayList<>();
    private final Findings findings;

    private ConfigSources(Findings findings) {
        this.findings = findings;
    }

    static Config open(ConfigInputs inputs, Findings findings) {
        return new ConfigSources(findings).open(inputs);
    }

    private Config open(ConfigInputs inputs) {
        add("system properties", inputs.systemProperties());
        add(ENVIRONMENT, Environment.withoutProviders().values(inputs.environment()));
        inputs.serverParameters().forEach(parameters -> add(parameters.sourceName(), parameters.values()));
        settings().get(FILE).ifPresent(this::addFile);
        addDirectory(inputs.usualSecretsDirectory());
        add(DEFAULTS, defaults());
        // Which providers there are, any source can say; only then the environment's names for them are known.
        sources.set(
                ENVIRONMENT_RANK,
                new ValueSource(
                        ENVIRONMENT,
                        ENVIRONMENT_RANK,
                        Environment.of(settings()).values(inputs.environment())));
        return build();
    }

    private void addFile(Path file) {
        try {
            add("file " + file, withoutKeys(PropertiesFile.read(file), "file " + file, List.of(FILE)));
        } catch (RejectedValueException e) {
            settings().mistake(FILE, e.getMessage());
        }
    }

    private void addDirectory(Path usualDirectory) {
        Settings settings = settings();
        if (settings.isSet(DIRECTORY)) {
            settings.get(DIRECTORY).ifPresent(named -> addDirectory(named, rule -> settings.mistake(DIRECTORY, rule)));
        } else if (Files.isDirectory(usualDirectory)) {
            // Nobody asked for it, so that a directory of others is no reason not to start.
            addDirectory(usualDirectory, rule -> findings.warning(usualDirectory + " is ignored: " + rule));
        }
    }

    private void addDirectory(Path directory, Consumer<String> whenUnreadable) {
        String name = "directory " + directory;
        try {
            add(name, withoutKeys(SecretsDirectory.read(directory, name, findings), name, KEYS));
        } catch (RejectedValueException e) {
            whenUnreadable.accept(e.getMessage());
        }
    }

    /** A place that names the next place would have to be read in a circle. */
    private Map<String, String> withoutKeys(Map<String, String> values, String name, List<ConfigKey<?>> refused) {
        Map<String, String> kept = new LinkedHashMap<>(values);
        for (ConfigKey<?> key : refused) {
            if (kept.remove(key.name()) != null) {
                findings.mistake(key.name(), name, "cannot be set here, only in a stronger source");
            }
        }
        return kept;
    }

    private void add(String name, Map<String, String> values) {
        sources.add(new ValueSource(name, sources.size(), values));
    }

    private Settings settings() {
        return new Settings(build(), findings);
    }

    /** Without discovery and default interceptors: no foreign source or converter takes part, and ${...} stays literal. */
    private Config build() {
        return new SmallRyeConfigBuilder()
                .forClassLoader(ConfigSources.class.getClassLoader())
                .withSources(sources)
                .build();
    }

    private static Map<String, String> defaults() {
        Map<String, String> defaults = new LinkedHashMap<>();
        ConfigKeys.ALL.stream()
                .filter(key -> !key.isFamily())
                .forEach(key -> key.defaultText().ifPresent(text -> defaults.put(key.name(), text)));
        return defaults;
    }
}
