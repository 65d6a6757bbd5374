package io.github.tstoken;

import jakarta.servlet.ServletContext;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** How a web application's {@code web.xml} says that the container signs people in to it; no interface of the container tells. */
final class LoginConfig {
    private LoginConfig() {}

    /** The {@code auth-method}, such as {@code FORM}; empty when there is none, or when it cannot be read. */
    static Optional<String> authMethod(ServletContext context) {
        try (InputStream webXml = context.getResourceAsStream("/WEB-INF/web.xml")) {
            return webXml == null ? Optional.empty() : authMethod(webXml);
        } catch (IOException | XMLStreamException unreadable) {
            return Optional.empty();
        }
    }

    private static Optional<String> authMethod(InputStream webXml) throws XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        XMLStreamReader reader = factory.createXMLStreamReader(webXml);
        while (reader.hasNext()) {
            if (reader.next() == XMLStreamReader.START_ELEMENT
                    && reader.getLocalName().equals("auth-method")) {
                return Optional.of(reader.getElementText().strip());
            }
        }
        return Optional.empty();
    }
}
