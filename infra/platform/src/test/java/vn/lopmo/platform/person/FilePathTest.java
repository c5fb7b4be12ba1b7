package vn.lopmo.platform.person;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FilePathTest {
    @ParameterizedTest
    @CsvSource({
        "bài 1.jpg, image/jpeg, tep/007-bài 1.jpg",
        "'..\\a/b: c?.PDF', application/pdf, tep/007-..-a-b- c-.PDF",
        "ghi âm, audio/webm, tep/007-ghi âm.webm",
        "Bài 2. Đơn thức, image/png, tep/007-Bài 2. Đơn thức.png",
        "bảng, application/x-other, tep/007-bảng"
    })
    void aFileHasANameThatEverySystemTakes(String name, String mediaType, String path) {
        var file = new HeldFiles.HeldFile(UUID.randomUUID(), "work_file", name, mediaType, 1);

        assertEquals(path, FilePath.of(7, file));
    }
}
