import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.FileInputStream;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import javax.xml.validation.Validator;
import org.xml.sax.ErrorHandler;
import org.xml.sax.SAXParseException;

/**
 * Measures the validator of the JDK while it is kept running. Argument: the schema document, beside which all others lie.
 *
 * One command a line, one answer a line: see bench/src/speed/worker.rs.
 */
public final class XercesSpeed {
    /** How long a document is validated before it is measured. */
    private static final long WARM_NANOSECONDS = 3_000_000_000L;

    private final Path schemaFile;
    private Schema schema;
    private Path path;
    private byte[] document;

    private XercesSpeed(Path schemaFile) {
        this.schemaFile = schemaFile;
    }

    public static void main(String[] arguments) throws Exception {
        XercesSpeed speed = new XercesSpeed(Path.of(arguments[0]));
        BufferedReader commands = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = commands.readLine(); line != null; line = commands.readLine()) {
            String[] command = line.split(" ", 2);
            String answer;
            try {
                answer = speed.answer(command[0], command.length > 1 ? command[1] : "");
            } catch (Exception error) {
                answer = "error " + String.valueOf(error.getMessage()).replaceAll("\\s+", " ");
            }
            System.out.println(answer);
            System.out.flush();
        }
    }

    private String answer(String command, String argument) throws Exception {
        switch (command) {
            case "load": {
                long start = System.nanoTime();
                SchemaFactory factory = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI);
                schema = factory.newSchema(new StreamSource(schemaFile.toUri().toString()));
                return Long.toString(System.nanoTime() - start);
            }
            case "open":
                path = Path.of(argument);
                document = null;
                return "ok";
            case "warm": {
                document = Files.readAllBytes(path);
                long start = System.nanoTime();
                do {
                    validate();
                } while (System.nanoTime() - start < WARM_NANOSECONDS);
                return "ok";
            }
            case "run": {
                int count = Integer.parseInt(argument);
                long start = System.nanoTime();
                for (int index = 0; index < count; index++) {
                    validate();
                }
                return Files.size(path) + " " + (System.nanoTime() - start);
            }
            case "peak":
                return Long.toString(peak());
            default:
                throw new IllegalArgumentException("unknown command " + command);
        }
    }

    /** From memory once it is warm, as the others; from the file when nothing but memory is asked for. */
    private void validate() throws Exception {
        Validator validator = schema.newValidator();
        validator.setErrorHandler(new FirstError());
        try (InputStream input = document == null
                ? new FileInputStream(path.toFile()) : new ByteArrayInputStream(document)) {
            validator.validate(new StreamSource(input));
        }
    }

    private static long peak() throws Exception {
        for (String line : Files.readAllLines(Path.of("/proc/self/status"))) {
            if (line.startsWith("VmHWM:")) {
                return Long.parseLong(line.replaceAll("[^0-9]", "")) * 1024;
            }
        }
        throw new IllegalStateException("the system does not tell the peak");
    }

    private static final class FirstError implements ErrorHandler {
        @Override public void warning(SAXParseException ignored) { }

        @Override public void error(SAXParseException error) throws SAXParseException {
            throw error;
        }

        @Override public void fatalError(SAXParseException error) throws SAXParseException {
            throw error;
        }
    }
}
