package vn.lopmo.content.file;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jboss.logging.Logger;

/// A film in sizes that weak lines and small screens take, and a picture of it. Each size is kept when it is made, so
/// that work that was cut off goes on with the next.
@ApplicationScoped
class FilmLadder implements SlowQueue.Work {
    private static final Logger LOG = Logger.getLogger(FilmLadder.class);
    private static final int POSTER_SECOND = 3;
    private static final List<Rung> RUNGS = List.of(new Rung(480, 28, "700k"), new Rung(720, 27, "1600k"));

    private final Blobs blobs;
    private final Renditions renditions;
    private final Steps steps;
    private final Helpers helpers;
    private final FilesConfig config;

    FilmLadder(Blobs blobs, Renditions renditions, Steps steps, Helpers helpers, FilesConfig config) {
        this.blobs = blobs;
        this.renditions = renditions;
        this.steps = steps;
        this.helpers = helpers;
        this.config = config;
    }

    /// @param quality of x264: lower is better and larger
    private record Rung(int height, int quality, String mostBits) {
        String kind() {
            return "VIDEO_" + height;
        }
    }

    private record Film(Path path, int height, double seconds) {}

    @Override
    public void on(StoredFile file, Path folder) throws IOException, Helpers.Failed {
        var source = folder.resolve("source");
        blobs.copyTo(file.schoolId(), file.content(), source);
        var film = look(source, folder);
        poster(file, film, folder);
        var wanted = RUNGS.stream()
                .filter(rung -> rung.height() == 480 || rung.height() <= film.height())
                .toList();
        for (int i = 0; i < wanted.size(); i++) {
            if (renditions.find(file.id(), wanted.get(i).kind()).isEmpty()) {
                int before = 100 * i / wanted.size();
                int share = 100 / wanted.size();
                turn(
                        file,
                        film,
                        wanted.get(i),
                        folder,
                        done -> steps.progress(file.id(), IngestStep.LADDER, before + (int) (share * done)));
            }
        }
    }

    private Film look(Path source, Path folder) throws IOException, Helpers.Failed {
        var facts = new ArrayList<String>();
        helpers.run(
                "ffprobe",
                List.of(
                        "-v",
                        "error",
                        "-protocol_whitelist",
                        "file",
                        "-select_streams",
                        "v:0",
                        "-show_entries",
                        "stream=height:format=duration",
                        "-of",
                        "default=nk=1:nw=1",
                        source.toString()),
                folder,
                Duration.ofMinutes(1),
                facts::add);
        try {
            return new Film(source, Integer.parseInt(facts.get(0)), Double.parseDouble(facts.get(1)));
        } catch (IndexOutOfBoundsException | NumberFormatException noFilm) {
            throw new Helpers.Failed("it has no pictures: " + facts);
        }
    }

    private void poster(StoredFile file, Film film, Path folder) throws IOException, Helpers.Failed {
        var picture = folder.resolve("poster.jpg");
        helpers.run(
                Helpers.FILM,
                List.of(
                        "-nostdin",
                        "-v",
                        "error",
                        "-protocol_whitelist",
                        "file",
                        "-ss",
                        Double.toString(Math.min(POSTER_SECOND, film.seconds() / 2)),
                        "-i",
                        film.path().toString(),
                        "-frames:v",
                        "1",
                        "-update",
                        "1",
                        "-vf",
                        "scale=640:-2",
                        picture.toString()),
                folder,
                config.helpers().patience(),
                line -> {});
        try (var child = new ReaderChild(config.reader())) {
            var output = Files.createDirectory(folder.resolve("poster"));
            child.read(picture, "image/jpeg", output, "");
            renditions.keepThumbnail(file, output);
        } catch (ReaderChild.Lost lost) {
            LOG.debug("a film without a small picture is still a film", lost);
        }
    }

    private void turn(StoredFile file, Film film, Rung rung, Path folder, Consumer<Double> progress)
            throws IOException, Helpers.Failed {
        var target = folder.resolve(rung.kind() + ".mp4");
        helpers.run(
                Helpers.FILM,
                List.of(
                        "-nostdin",
                        "-v",
                        "error",
                        "-protocol_whitelist",
                        "file",
                        "-i",
                        film.path().toString(),
                        "-map",
                        "0:v:0",
                        "-map",
                        "0:a:0?",
                        "-sn",
                        "-dn",
                        "-map_metadata",
                        "-1",
                        "-vf",
                        "scale=-2:" + Math.min(rung.height(), film.height() / 2 * 2),
                        "-pix_fmt",
                        "yuv420p",
                        "-c:v",
                        "libx264",
                        "-preset",
                        "veryfast",
                        "-crf",
                        Integer.toString(rung.quality()),
                        "-maxrate",
                        rung.mostBits(),
                        "-bufsize",
                        "3M",
                        "-threads",
                        "1",
                        "-c:a",
                        "aac",
                        "-b:a",
                        "96k",
                        "-ac",
                        "2",
                        "-movflags",
                        "+faststart",
                        "-progress",
                        "pipe:1",
                        target.toString()),
                folder,
                patience(film),
                line -> tell(line, film, progress));
        renditions.keep(file, rung.kind(), target, MediaTypes.MP4);
        Files.delete(target);
    }

    private Duration patience(Film film) {
        return config.helpers().filmPatience().multipliedBy(1 + (long) (film.seconds() / 60));
    }

    private static void tell(String line, Film film, Consumer<Double> progress) {
        if (line.startsWith("out_time_us=") && line.matches("out_time_us=\\d+")) {
            double seconds = Long.parseLong(line.substring("out_time_us=".length())) / 1e6;
            progress.accept(Math.min(1, seconds / Math.max(1, film.seconds())));
        }
    }
}
