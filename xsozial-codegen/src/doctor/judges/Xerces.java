import java.io.ByteArrayInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.Reader;
import java.io.StringReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import javax.xml.validation.Validator;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.w3c.dom.ls.LSInput;
import org.w3c.dom.ls.LSResourceResolver;
import org.xml.sax.ErrorHandler;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/**
 * Validates many documents against one schema with the Xerces of the JDK, offline.
 *
 * Arguments: the schema, the OASIS catalog or "-", a file with one document path a line. For each document one line:
 * valid|invalid|failed, line, column, rule, message, separated by tabs, of the first error.
 */
public final class Xerces {
    private static final String SCHEMA_DTD = "XMLSchema.dtd";

    public static void main(String[] arguments) throws Exception {
        Path schemaFile = Path.of(arguments[0]).toAbsolutePath();
        Resolver resolver = new Resolver(arguments[1]);
        SchemaFactory factory = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI);
        factory.setResourceResolver(resolver);
        Schema schema = factory.newSchema(new StreamSource(schemaFile.toUri().toString()));
        PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
        for (String document : Files.readAllLines(Path.of(arguments[2]), StandardCharsets.UTF_8)) {
            out.println(check(schema, resolver, document));
        }
        out.flush();
    }

    private static String check(Schema schema, Resolver resolver, String document) {
        FirstError first = new FirstError();
        try {
            Validator validator = schema.newValidator();
            validator.setResourceResolver(resolver);
            validator.setErrorHandler(first);
            validator.validate(new StreamSource(Path.of(document).toUri().toString()));
        } catch (SAXException error) {
            first.keep(error);
        } catch (FileNotFoundException error) {
            return "failed\t0\t0\t\t" + oneLine(error.toString());
        } catch (IOException | IllegalStateException error) {
            // An encoding that nobody knows, bytes that are none of it, a document type that is not at hand: the document's fault.
            first.keep(new SAXException(error.getMessage()));
        } catch (Exception error) {
            return "failed\t0\t0\t\t" + oneLine(error.toString());
        }
        return first.error == null ? "valid\t0\t0\t\t" : describe(first.error);
    }

    private static String describe(SAXParseException error) {
        String message = oneLine(error.getMessage());
        int colon = message.indexOf(": ");
        boolean coded = colon > 0 && message.substring(0, colon).matches("[A-Za-z0-9.\\-]+");
        String rule = coded ? message.substring(0, colon) : "";
        return "invalid\t" + error.getLineNumber() + "\t" + error.getColumnNumber() + "\t" + rule + "\t" + message;
    }

    private static String oneLine(String text) {
        return text == null ? "" : text.replaceAll("[\\t\\r\\n]+", " ");
    }

    /** Keeps the first error and stops there: nobody asks for the others. */
    private static final class FirstError implements ErrorHandler {
        private SAXParseException error;

        void keep(SAXException other) {
            if (error == null) {
                error = other instanceof SAXParseException positioned
                    ? positioned : new SAXParseException(other.getMessage(), null);
            }
        }

        @Override public void warning(SAXParseException ignored) { }

        @Override public void error(SAXParseException other) throws SAXException {
            keep(other);
            throw other;
        }

        @Override public void fatalError(SAXParseException other) throws SAXException {
            keep(other);
            throw other;
        }
    }

    /** Answers from the catalog and from local files; refuses everything else instead of fetching it. */
    private static final class Resolver implements LSResourceResolver {
        private final Map<String, String> catalog = new HashMap<>();

        Resolver(String catalogFile) throws Exception {
            if (catalogFile.equals("-")) {
                return;
            }
            URI base = Path.of(catalogFile).toAbsolutePath().toUri();
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            NodeList entries = factory.newDocumentBuilder().parse(base.toString()).getElementsByTagNameNS("*", "*");
            for (int index = 0; index < entries.getLength(); index++) {
                Element entry = (Element) entries.item(index);
                String name = entry.getLocalName().equals("uri") ? entry.getAttribute("name")
                    : entry.getLocalName().equals("system") ? entry.getAttribute("systemId") : "";
                if (!name.isEmpty()) {
                    catalog.put(name, base.resolve(entry.getAttribute("uri")).toString());
                }
            }
        }

        @Override
        public LSInput resolveResource(String type, String namespace, String publicId, String systemId, String baseUri) {
            if (systemId == null) {
                return null;
            }
            String absolute = baseUri == null ? systemId : URI.create(baseUri).resolve(systemId).toString();
            String local = catalog.getOrDefault(systemId, catalog.getOrDefault(absolute, absolute));
            // The signature schema names it; nothing of it is needed, and it is rarely delivered.
            if (local.endsWith(SCHEMA_DTD)) {
                return new Input(publicId, local, baseUri, "");
            }
            if (local.startsWith("file:")) {
                return new Input(publicId, local, baseUri, null);
            }
            throw new IllegalStateException("not in the catalog: " + systemId);
        }
    }

    /** A resource at a local address, or one whose text is given. */
    private record Input(String publicId, String systemId, String baseUri, String text) implements LSInput {
        @Override public Reader getCharacterStream() {
            return text == null ? null : new StringReader(text);
        }

        @Override public InputStream getByteStream() {
            return text == null ? null : new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
        }

        @Override public String getStringData() { return text; }
        @Override public String getSystemId() { return systemId; }
        @Override public String getPublicId() { return publicId; }
        @Override public String getBaseURI() { return baseUri; }
        @Override public String getEncoding() { return null; }
        @Override public boolean getCertifiedText() { return false; }
        @Override public void setCharacterStream(Reader ignored) { }
        @Override public void setByteStream(InputStream ignored) { }
        @Override public void setStringData(String ignored) { }
        @Override public void setSystemId(String ignored) { }
        @Override public void setPublicId(String ignored) { }
        @Override public void setBaseURI(String ignored) { }
        @Override public void setEncoding(String ignored) { }
        @Override public void setCertifiedText(boolean ignored) { }
    }
}
