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

    private Deployments() {}

    /** {@code target/ts-token.war} under another name, hence at another path, with context parameters. */
    static WebArchive tsToken(String name, Map<String, String> parameters) {
        WebArchive war = ShrinkWrap.create(ZipImporter.class, name)
                .importFrom(new File("target/ts-token.war"))
                .as(WebArchive.class);
        String webXml = text(war.get(WEB_XML)).replace("</web-app>", contextParameters(parameters) + "</web-app>");
        war.delete(WEB_XML);
        war.add(new StringAsset(webXml), WEB_XML);
        // Tomcat reads its per-context XML from here too; to the other servers it is a file like any other.
        return war.addAsManifestResource(new File("server-config/tomcat/ts-token.xml"), "context.xml");
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
