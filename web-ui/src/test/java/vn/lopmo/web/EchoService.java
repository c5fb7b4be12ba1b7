package vn.lopmo.web;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;

/// A service behind the door, over real HTTP: says what it was asked and by whom; `/slow` takes two seconds, `/count`
/// counts what is sent, `/whence` says where it came from.
public class EchoService implements QuarkusTestResourceLifecycleManager {
    private static Optional<HttpServer> running = Optional.empty();

    @Override
    public Map<String, String> start() {
        try {
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            server.createContext("/", EchoService::echo);
            server.createContext("/slow", EchoService::slow);
            server.createContext("/whence", EchoService::whence);
            server.createContext("/count", EchoService::count);
            server.start();
            running = Optional.of(server);
            var url = "http://127.0.0.1:" + server.getAddress().getPort();
            return Map.of(
                    "lopmo.web.lms-url",
                    url,
                    "lopmo.web.content-url",
                    url,
                    "lopmo.web.assessment-url",
                    "http://127.0.0.1:9");
        } catch (IOException noPort) {
            throw new UncheckedIOException(noPort);
        }
    }

    private static void echo(HttpExchange exchange) throws IOException {
        var headers = exchange.getRequestHeaders();
        var bearer = Optional.ofNullable(headers.getFirst("Authorization")).orElse("none");
        exchange.getResponseHeaders().add("Set-Cookie", "planted=1");
        answer(
                exchange,
                exchange.getRequestMethod() + " " + exchange.getRequestURI() + "\nbearer "
                        + bearer.startsWith("Bearer ey") + "\ncookie " + headers.containsKey("Cookie") + "\n");
    }

    /// All that the door, or somebody in its name, says of the browser.
    private static void whence(HttpExchange exchange) throws IOException {
        var headers = exchange.getRequestHeaders();
        answer(
                exchange,
                "for " + headers.get("X-Forwarded-For") + "\nhost " + headers.get("X-Forwarded-Host") + "\nprefix "
                        + headers.get("X-Forwarded-Prefix") + "\nforwarded " + headers.get("Forwarded") + "\n");
    }

    private static void slow(HttpExchange exchange) throws IOException {
        try {
            Thread.sleep(2_000);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        echo(exchange);
    }

    private static void count(HttpExchange exchange) throws IOException {
        long sent = 0;
        var buffer = new byte[64 * 1024];
        try (var body = exchange.getRequestBody()) {
            for (int read = body.read(buffer); read >= 0; read = body.read(buffer)) {
                sent += read;
            }
        }
        answer(exchange, Long.toString(sent));
    }

    private static void answer(HttpExchange exchange, String text) throws IOException {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void stop() {
        running.ifPresent(server -> server.stop(0));
    }
}
