package vn.lopmo.web;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PathsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/lms/..%2fq/openapi",
                "/api/lms/..%5Cq",
                "/api/lms/a;b/c",
                "/api/lms/%252e%252e/q",
                "/auth/realms/lopmo/..;/master"
            })
    void whatAnotherServerMayReadDifferentlyGoesNowhere(String path) {
        assertTrue(Paths.isAmbiguous(path));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/lms/my/competency/1.1",
                "/api/content/files/7/pages/3",
                "/api/lms/courses/b%C3%A0i%20h%E1%BB%8Dc"
            })
    void plainOnesPass(String path) {
        assertFalse(Paths.isAmbiguous(path));
    }
}
