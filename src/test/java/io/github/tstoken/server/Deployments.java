package io.github.tstoken.server;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
import org.jboss.shrinkwrap.api.Node;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.importer.ZipImporter;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** The WAR that was built, as it is deployed: with parameters as an administrator sets them, otherwise unchanged. */
final class Deployments {
    private static final String WEB_XML = "/WEB-INF/web.xml";
    private static final String PAYARA_WEB_XML = "/WEB-INF/payara-web.xml";
    private static final String CONTEXT_XML = System.getProperty("server.context-xml", "");

    private Deployments() {}

    /** The server's WAR under another name, hence at another path, with context parameters. */
    static WebArchive tsToken(String name, Map<String, String> parameters) {
        WebArchive war = ShrinkWrap.create(ZipImporter.class, name)
                .importFrom(new File(System.getProperty("server.war")))
                .as(WebArchive.class);
        replace(war, WEB_XML, "</web-app>", contextParameters(parameters) + "</web-app>");
        if (war.contains(PAYARA_WEB_XML)) {
            replace(war, PAYARA_WEB_XML, ">/ts-token<", ">/" + name.replace(".war", "") + "<");
        }
        // Tomcat reads its per-context XML from here too. The other servers have none: Payara would stumble over it.
        return CONTEXT_XML.isEmpty() ? war : war.addAsManifestResource(new File(CONTEXT_XML), "context.xml");
    }

    private static void replace(WebArchive war, String path, String old, String text) {
        String content = text(war.get(path)).replace(old, text);
        war.delete(path);
        war.add(new StringAsset(content), path);
    }

    private static String contextParameters(Map<String, String> parameters) {
        return parameters.entrySet().stream()
                .map(parameter -> "<context-param><param-name>" + parameter.getKey() + "</param-name><param-value>"
                        + parameter.getValue() + "</param-value></context-param>")
                .collect(Collectors.joining());
    }

    private static String text(Node node) {
        try (InputStream in = node.getAsset().openStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
