package io.github.tstoken.demo;

import io.github.tstoken.demo.app.AboutServlet;
import io.github.tstoken.demo.app.NoStoreFilter;
import io.github.tstoken.demo.app.SdkServlet;
import io.github.tstoken.demo.app.SignOutServlet;
import java.util.List;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** The embedding application as a WAR, made at run time: for the demo's Tomcat and for Arquillian's servers. */
public final class EmbeddingApplication {
    /** The context path that its pages expect. */
    public static final String CONTEXT_PATH = "/app";

    private static final List<String> PAGES = List.of(
            "index.html",
            "login.html",
            "login-failed.html",
            "signed-out.html",
            "sdk.html",
            "redirect.html",
            "token.html",
            "style.css",
            "app.js",
            "sdk.js",
            "redirect.js",
            "token.js");

    private EmbeddingApplication() {}

    /** The WAR {@code app.war}. */
    public static WebArchive archive() {
        WebArchive war = ShrinkWrap.create(WebArchive.class, "app.war")
                .addClasses(AboutServlet.class, NoStoreFilter.class, SdkServlet.class, SignOutServlet.class)
                .setWebXML("demo/app/WEB-INF/web.xml");
        PAGES.forEach(page -> war.addAsWebResource("demo/app/" + page, page));
        return war;
    }
}
