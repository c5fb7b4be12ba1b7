package vn.lopmo.content.file;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.file.AsyncFile;
import io.vertx.core.file.OpenOptions;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Semaphore;
import java.util.regex.Pattern;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import vn.lopmo.platform.refusal.Refusal;

/// Fetches files from the web, a few at a time. What has come stays: after a broken line or a restart only the rest is
/// asked for, where the other side can do that. Each redirect is looked at like the link itself.
@ApplicationScoped
class LinkFetching {
    private static final Logger LOG = Logger.getLogger(LinkFetching.class);
    private static final int AT_ONCE = 3;
    private static final int MOST_REDIRECTS = 5;
    private static final int MOST_TRIES = 4;
    private static final Pattern NAMED = Pattern.compile("(?i)filename\\*?=(?:UTF-8'')?\"?([^\";]+)");
    private static final Map<String, String> ENDINGS = Map.of(
            "application/pdf", "pdf",
            "application/epub+zip", "epub",
            "video/mp4", "mp4",
            "audio/mpeg", "mp3",
            "image/jpeg", "jpg",
            "image/png", "png",
            "text/plain", "txt");

    private final Uploads uploads;
    private final Arrivals arrivals;
    private final Incoming incoming;
    private final Allowance allowance;
    private final FilesConfig config;
    private final Vertx vertx;
    private final HttpClient client;
    private final Semaphore places = new Semaphore(AT_ONCE, true);
    private volatile boolean stopping;

    LinkFetching(
            Uploads uploads,
            Arrivals arrivals,
            Incoming incoming,
            Allowance allowance,
            FilesConfig config,
            Vertx vertx) {
        this.uploads = uploads;
        this.arrivals = arrivals;
        this.incoming = incoming;
        this.allowance = allowance;
        this.config = config;
        this.vertx = vertx;
        this.client = vertx.createHttpClient(new HttpClientOptions()
                .setConnectTimeout(10_000)
                .setIdleTimeout(60)
                .setKeepAlive(false)
                .setForceSni(true));
    }

    /// What was being fetched when the service died is fetched on.
    void start(@Observes StartupEvent started) {
        if (config.reader().enabled()) {
            uploads.openFromLinks().forEach(this::begin);
        }
    }

    void stop(@Observes ShutdownEvent stopped) {
        stopping = true;
    }

    void begin(Uploads.Incoming upload) {
        Thread.ofVirtual().name("fetching").start(() -> run(upload));
    }

    private void run(Uploads.Incoming upload) {
        try {
            places.acquire();
            try {
                attempt(upload);
            } finally {
                places.release();
            }
        } catch (Refusal refused) {
            fail(upload, Sentences.kept(refused));
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException fault) {
            LOG.warnf("fetching %s: %s", upload.id(), fault);
            fail(upload, "link-away");
        }
    }

    private void fail(Uploads.Incoming upload, String slug) {
        if (!stopping) {
            QuarkusTransaction.requiringNew().run(() -> uploads.fail(upload.id(), slug));
            arrivals.remove(upload.id());
        }
    }

    private void attempt(Uploads.Incoming upload) throws InterruptedException {
        for (int tries = 1; ; tries++) {
            try {
                incoming.finish(fetched(upload));
                return;
            } catch (CompletionException broken) {
                LOG.infof("fetching %s broke off: %s", upload.id(), broken.getMessage());
                if (tries == MOST_TRIES || stopping) {
                    throw broken;
                }
                Thread.sleep(2_000L * tries);
            }
        }
    }

    private Uploads.Incoming fetched(Uploads.Incoming upload) {
        var link = java.util.Objects.requireNonNull(upload.source());
        for (int hop = 0; hop <= MOST_REDIRECTS; hop++) {
            var address = PublicAddress.of(link, config.linksToPrivateAddresses());
            var answer = ask(address, arrivals.received(upload.id()));
            if (answer.statusCode() / 100 != 3) {
                return taken(upload, address.uri(), answer);
            }
            answer.request().reset();
            var next = answer.getHeader("Location");
            if (next == null) {
                break;
            }
            link = address.uri().resolve(next).toString();
        }
        throw new Refusal.Invalid("link-away");
    }

    /// Comes back paused, with its head read.
    private HttpClientResponse ask(PublicAddress address, long from) {
        var options = new RequestOptions()
                .setServer(SocketAddress.inetSocketAddress(
                        address.port(), address.address().getHostAddress()))
                .setHost(address.uri().getHost())
                .setPort(address.port())
                .setSsl(address.isSecure())
                .setMethod(HttpMethod.GET)
                .setURI(address.target())
                .putHeader("User-Agent", "LopMo")
                .putHeader("Accept", "*/*");
        if (from > 0) {
            options.putHeader("Range", "bytes=" + from + "-");
        }
        return join(client.request(options).compose(request -> request.send()).onSuccess(HttpClientResponse::pause));
    }

    private Uploads.Incoming taken(Uploads.Incoming upload, URI uri, HttpClientResponse answer) {
        boolean rest = answer.statusCode() == 206;
        if (answer.statusCode() != 200 && !rest) {
            answer.request().reset();
            if (answer.statusCode() == 416) {
                arrivals.remove(upload.id());
            }
            throw answer.statusCode() >= 500 || answer.statusCode() == 416
                    ? new CompletionException("status " + answer.statusCode(), null)
                    : new Refusal.Invalid("link-away");
        }
        long from = rest ? arrivals.received(upload.id()) : 0;
        var length = length(answer);
        var size = length == null ? null : Long.valueOf(from + length);
        var name = nameOf(answer, uri);
        try {
            allowance.check(upload.schoolId(), name, size == null ? 1 : size);
        } catch (Refusal.Invalid refused) {
            answer.request().reset();
            throw refused;
        }
        QuarkusTransaction.requiringNew().run(() -> uploads.describe(upload.id(), name, size));
        long most = size == null ? allowance.largest(FileNames.extension(name)) : size;
        var options =
                new OpenOptions().setCreate(true).setWrite(true).setAppend(rest).setTruncateExisting(!rest);
        join(vertx.fileSystem()
                .open(arrivals.path(upload.id()).toString(), options)
                .compose(file -> write(answer, file, from, most - from)));
        if (size != null && arrivals.received(upload.id()) != size) {
            throw new CompletionException("it broke off", null);
        }
        return new Uploads.Incoming(
                upload.id(),
                upload.schoolId(),
                upload.ownerId(),
                name,
                size,
                upload.materialId(),
                null,
                upload.source(),
                Uploads.State.OPEN,
                null,
                upload.createdAt(),
                upload.expiresAt());
    }

    /// Takes no more than `most` bytes, and no faster than the disk does.
    private static Future<Void> write(HttpClientResponse answer, AsyncFile file, long from, long most) {
        var done = Promise.<Void>promise();
        long[] sum = {0};
        answer.exceptionHandler(done::tryFail);
        answer.endHandler(end -> done.tryComplete());
        answer.handler(piece -> {
            sum[0] += piece.length();
            if (sum[0] > most) {
                answer.request().reset();
                done.tryFail(new Refusal.Invalid("file-too-large", Allowance.words(from + most)));
                return;
            }
            file.write(piece);
            if (file.writeQueueFull()) {
                answer.pause();
                file.drainHandler(drained -> answer.resume());
            }
        });
        answer.resume();
        return done.future().eventually(() -> file.flush().compose(written -> file.close()));
    }

    private static @Nullable Long length(HttpClientResponse answer) {
        var length = answer.getHeader("Content-Length");
        return length == null || answer.getHeader("Content-Encoding") != null || !length.matches("\\d{1,15}")
                ? null
                : Long.valueOf(length);
    }

    private static String nameOf(HttpClientResponse answer, URI uri) {
        var disposition = answer.getHeader("Content-Disposition");
        var named = NAMED.matcher(disposition == null ? "" : disposition);
        var name = named.find() ? FileNames.clean(decoded(named.group(1))) : nameIn(uri);
        if (MediaTypes.knowsEnding(FileNames.extension(name))) {
            return name;
        }
        var type = answer.getHeader("Content-Type");
        var ending = type == null ? null : ENDINGS.get(type.split(";", 2)[0].strip());
        return ending == null ? name : name + "." + ending;
    }

    /// The last piece of its path.
    static String nameIn(URI uri) {
        var path = uri.getRawPath() == null ? "" : uri.getRawPath().replaceFirst("/+$", "");
        var last = decoded(path.substring(path.lastIndexOf('/') + 1));
        return FileNames.clean(last.isEmpty() ? uri.getHost() : last);
    }

    private static String decoded(String name) {
        try {
            return URLDecoder.decode(name.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException plain) {
            return name;
        }
    }

    private static <T> T join(Future<T> future) {
        try {
            return future.toCompletionStage().toCompletableFuture().join();
        } catch (CompletionException failed) {
            if (failed.getCause() instanceof Refusal refused) {
                throw refused;
            }
            throw failed;
        }
    }
}
