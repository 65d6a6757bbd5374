package io.github.tstoken.config;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Collectors;

/**
 * Everything outside that can configure the service, as it is at start.
 *
 * @param systemProperties the strongest source
 * @param environment the environment of the process, with its own names ({@code TSTOKEN_THOUGHTSPOT_URL})
 * @param serverParameters what the server gives to the web application, the strongest first
 * @param usualSecretsDirectory the directory of secret files when {@code tstoken.secrets-dir} names none; need not exist
 * @param serverDirectory where the server keeps its data; empty when it does not say
 */
public record ConfigInputs(
        Map<String, String> systemProperties,
        Map<String, String> environment,
        List<ServerParameters> serverParameters,
        Path usualSecretsDirectory,
        Optional<Path> serverDirectory) {
    /** By these Tomcat, WildFly and Payara say where they keep their data; Payara has Tomcat's, too. */
    private static final List<String> SERVER_DIRECTORIES =
            List.of("jboss.server.data.dir", "com.sun.aas.instanceRoot", "catalina.base");

    public ConfigInputs {
        systemProperties = Map.copyOf(systemProperties);
        environment = Map.copyOf(environment);
        serverParameters = List.copyOf(serverParameters);
    }

    /** The inputs of the running process. */
    public static ConfigInputs ofThisProcess(List<ServerParameters> serverParameters) {
        Properties properties = System.getProperties();
        Map<String, String> systemProperties = properties.stringPropertyNames().stream()
                .filter(name -> name.startsWith(ConfigKey.PREFIX))
                .collect(Collectors.toMap(name -> name, name -> properties.getProperty(name, "")));
        Optional<Path> serverDirectory = SERVER_DIRECTORIES.stream()
                .flatMap(name -> Optional.ofNullable(properties.getProperty(name)).stream())
                .findFirst()
                .map(Path::of);
        return new ConfigInputs(
                systemProperties, System.getenv(), serverParameters, Path.of("/run/secrets"), serverDirectory);
    }

    /** Without the values: there are secrets among them. */
    @Override
    public String toString() {
        return "ConfigInputs" + serverParameters;
    }
}
