package vn.lopmo.content.search;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import vn.lopmo.content.material.Materials;

/// Fills an index from the database: all of it, or the materials that changed. Safe for any number of threads.
@ApplicationScoped
class IndexFilling {
    private static final int WORKERS = Math.min(2, Runtime.getRuntime().availableProcessors());

    private final MaterialDocuments documents;
    private final Materials materials;
    private final ChangeTail tail;

    IndexFilling(MaterialDocuments documents, Materials materials, ChangeTail tail) {
        this.documents = documents;
        this.materials = materials;
        this.tail = tail;
    }

    interface Watching {
        void at(int done, int total);
    }

    /// Every published material of every school.
    void all(OpenIndex index, BooleanSupplier stopping, Watching watching) throws IOException, InterruptedException {
        List<UUID> ids = QuarkusTransaction.requiringNew().call(materials::allPublished);
        var done = new AtomicInteger();
        var next = new AtomicInteger();
        watching.at(0, ids.size());
        try (var workers = Executors.newFixedThreadPool(WORKERS)) {
            var running = IntStream.range(0, WORKERS)
                    .mapToObj(worker -> workers.submit((Callable<Void>) () -> {
                        for (int n = next.getAndIncrement();
                                n < ids.size() && !stopping.getAsBoolean();
                                n = next.getAndIncrement()) {
                            take(index, ids.get(n));
                            watching.at(done.incrementAndGet(), ids.size());
                        }
                        return null;
                    }))
                    .toList();
            for (Future<Void> each : running) {
                each.get();
            }
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException broken) {
                throw broken;
            }
            throw new IllegalStateException(e.getCause());
        }
    }

    /// Takes what changed after `from`, and says how far that goes.
    ChangeTail.Position changes(OpenIndex index, ChangeTail.Position from, IndexNote note, BooleanSupplier stopping)
            throws IOException {
        var position = from;
        for (var changes = tail.after(position);
                !changes.isEmpty() && !stopping.getAsBoolean();
                changes = tail.after(position)) {
            for (UUID id : changes.stream()
                    .map(ChangeTail.Change::materialId)
                    .distinct()
                    .toList()) {
                take(index, id);
            }
            position = changes.getLast().position();
            settle(index, note, position);
        }
        return position;
    }

    void settle(OpenIndex index, IndexNote note, ChangeTail.Position position) throws IOException {
        index.refresh();
        index.commit(note.at(position));
    }

    private void take(OpenIndex index, UUID materialId) throws IOException {
        var block = documents.of(materialId);
        if (block.isPresent()) {
            index.replace(materialId, block.get());
        } else {
            index.remove(materialId);
        }
    }
}
