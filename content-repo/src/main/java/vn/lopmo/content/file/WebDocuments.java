package vn.lopmo.content.file;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/// Asks other machines for documents of bounded length, under the same watch as the fetching of files: each address and
/// each redirect is looked at first, and the connection goes to the very address that was looked at.
@ApplicationScoped
public class WebDocuments {
    private static final int LARGEST = 16 << 20;
    private static final int MOST_REDIRECTS = 5;
    private static final int CANCEL = 8;

    private final FilesConfig config;
    private final Vertx vertx;
    private final HttpClient client;

    WebDocuments(FilesConfig config, Vertx vertx) {
        this.config = config;
        this.vertx = vertx;
        this.client = vertx.createHttpClient(new HttpClientOptions()
                .setConnectTimeout(10_000)
                .setIdleTimeout(60)
                .setKeepAlive(false)
                .setForceSni(true));
    }

    /// @param retryAfter as it was sent
    public record Answer(int status, @Nullable String retryAfter, byte[] content) {}

    /// Nothing whole came back.
    public static final class Away extends Exception {
        Away(@Nullable Throwable cause) {
            super(cause);
        }
    }

    /// Only looks at it.
    ///
    /// @throws vn.lopmo.platform.refusal.Refusal.Invalid if it is no link of the web, or leads where nobody may
    /// look
    public void check(String link) {
        PublicAddress.of(link, config.linksToPrivateAddresses());
    }

    /// Waits for it; call it where waiting is no matter.
    ///
    /// @param patience for each machine that is asked
    /// @throws vn.lopmo.platform.refusal.Refusal.Invalid if it is no link of the web, or leads where nobody may
    /// look
    /// @throws Away if there is no answer, none in time, or one that is too long
    public Answer get(String link, Duration patience) throws Away {
        var next = link;
        for (int hop = 0; hop <= MOST_REDIRECTS; hop++) {
            var address = PublicAddress.of(next, config.linksToPrivateAddresses());
            var taken = ask(address, patience);
            if (taken.location == null) {
                return taken.answer;
            }
            next = address.uri().resolve(taken.location).toString();
        }
        throw new Away(null);
    }

    /// @param location where the document lies instead
    private record Taken(Answer answer, @Nullable String location) {}

    private Taken ask(PublicAddress address, Duration patience) throws Away {
        var options = new RequestOptions()
                .setServer(SocketAddress.inetSocketAddress(
                        address.port(), address.address().getHostAddress()))
                .setHost(address.uri().getHost())
                .setPort(address.port())
                .setSsl(address.isSecure())
                .setMethod(HttpMethod.GET)
                .setURI(address.target())
                .putHeader("User-Agent", "LopMo")
                .putHeader("Accept", "text/xml, application/xml, */*;q=0.1");
        try {
            return client.request(options)
                    .compose(request -> sent(request, patience))
                    .toCompletionStage()
                    .toCompletableFuture()
                    .join();
        } catch (CompletionException failed) {
            throw new Away(failed.getCause());
        }
    }

    private Future<Taken> sent(HttpClientRequest request, Duration patience) {
        long timer = vertx.setTimer(patience.toMillis(), end -> request.reset(CANCEL));
        return request.send().compose(WebDocuments::read).onComplete(done -> vertx.cancelTimer(timer));
    }

    private static Future<Taken> read(HttpClientResponse response) {
        var done = Promise.<Taken>promise();
        var content = Buffer.buffer();
        response.exceptionHandler(done::tryFail);
        response.handler(piece -> {
            content.appendBuffer(piece);
            if (content.length() > LARGEST) {
                response.request().reset(CANCEL);
                done.tryFail("too long");
            }
        });
        response.endHandler(end -> done.tryComplete(new Taken(
                new Answer(response.statusCode(), response.getHeader("Retry-After"), content.getBytes()),
                response.statusCode() / 100 == 3 ? response.getHeader("Location") : null)));
        return done.future();
    }
}
