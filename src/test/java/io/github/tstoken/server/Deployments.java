package io.github.tstoken.server;

import io.github.tstoken.inside.HostApplication;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import org.jboss.shrinkwrap.api.ArchivePath;
import org.jboss.shrinkwrap.api.Filter;
import org.jboss.shrinkwrap.api.Filters;
import org.jboss.shrinkwrap.api.Node;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.importer.ZipImporter;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/**
 * What is deployed on the server: the WAR that was built, with parameters as an administrator sets them and otherwise
 * unchanged; and applications that have ts-token inside.
 */
final class Deployments {
    static final Path SECRET_KEY_FILE = Path.of("src/test/tomcat/secret-key");

    private static final File SERVERS_WAR = new File(System.getProperty("server.war"));
    private static final Filter<ArchivePath> LIBRARIES = Filters.include("/WEB-INF/lib/.*");
    private static final String WEB_XML = "/WEB-INF/web.xml";
    private static final String PAYARA_WEB_XML = "/WEB-INF/payara-web.xml";
    private static final String TOMCATS_CONTEXT = "/META-INF/context.xml";
    private static final String CONTEXT_XML = System.getProperty("server.context-xml", "");

    private Deployments() {}

    /** The server's WAR under another name, hence at another path, with context parameters. */
    static WebArchive tsToken(String name, Map<String, String> parameters) {
        WebArchive war = ShrinkWrap.create(ZipImporter.class, name)
                .importFrom(SERVERS_WAR)
                .as(WebArchive.class);
        setParameters(war, parameters);
        if (war.contains(PAYARA_WEB_XML)) {
            replace(war, PAYARA_WEB_XML, ">/ts-token<", ">/" + name.replace(".war", "") + "<");
        }
        // Tomcat reads its per-context XML from here too. The other servers have none: Payara would stumble over it.
        return CONTEXT_XML.isEmpty() ? war : war.addAsManifestResource(new File(CONTEXT_XML), "context.xml");
    }

    /**
     * The server's WAR with the server's own {@code DataSource}: on Tomcat by the very lines of its context file that are a
     * comment there, on the other servers as {@code server-config} has set it up.
     *
     * @param postgreSql the port at which the database is
     */
    static WebArchive withDataSource(String name, Map<String, String> parameters, int postgreSql) {
        WebArchive war = tsToken(name, parameters);
        if (!CONTEXT_XML.isEmpty()) {
            String keys = "  <Parameter name=\"tstoken.store.encryption-keys-file\""
                    + " value=\"${catalina.base}/conf/ts-token/encryption-keys\" override=\"false\"/>\n";
            replace(war, TOMCATS_CONTEXT, "The driver is the WAR's.\n", "-->\n");
            replace(war, TOMCATS_CONTEXT, keys + "  -->\n", "");
            replace(war, TOMCATS_CONTEXT, "db.example.com/tstoken", "127.0.0.1:" + postgreSql + "/postgres");
            replace(war, TOMCATS_CONTEXT, "username=\"tstoken\"", "username=\"postgres\"");
        }
        return war;
    }

    /** The server's WAR with another realm in its {@code login-config}. */
    static WebArchive tsTokenOfRealm(String name, String realm) {
        WebArchive war = tsToken(name, Map.of());
        replace(war, WEB_XML, "<realm-name>file<", "<realm-name>" + realm + "<");
        return war;
    }

    /** A WAR whose {@code login-config} is BASIC instead of its FORM. */
    static WebArchive withBasic(WebArchive war) {
        String webXml = text(war.get(WEB_XML));
        String form = webXml.substring(webXml.indexOf("<form-login-config>"), webXml.indexOf("</login-config>"));
        replace(war, WEB_XML, form, "");
        replace(war, WEB_XML, "<auth-method>FORM<", "<auth-method>BASIC<");
        return war;
    }

    /** An application with ts-token inside, and with the libraries of one of the WARs that were built. */
    static WebArchive application(String name, String webXml, File librariesOf, Class<?>... classes) {
        WebArchive libraries = ShrinkWrap.create(ZipImporter.class, "libraries.war")
                .importFrom(librariesOf)
                .as(WebArchive.class);
        WebArchive war = HostApplication.pages(name, webXml, classes)
                .addAsLibrary(HostApplication.CLASSES)
                .merge(libraries, LIBRARIES);
        // The other servers were told the key by server-config.
        setParameters(
                war,
                CONTEXT_XML.isEmpty()
                        ? Map.of("tstoken.user.required-roles", "analyst")
                        : Map.of(
                                "tstoken.user.required-roles",
                                "analyst",
                                "tstoken.thoughtspot.secret-key-file",
                                SECRET_KEY_FILE.toAbsolutePath().toString()));
        return war;
    }

    private static void setParameters(WebArchive war, Map<String, String> parameters) {
        replace(war, WEB_XML, "</web-app>", contextParameters(parameters) + "</web-app>");
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
