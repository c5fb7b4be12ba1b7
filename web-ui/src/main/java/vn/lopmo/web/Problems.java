package vn.lopmo.web;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonObject;

/// What this door itself turns down, in the same shape as the services' refusals (RFC 9457).
enum Problems {
    SIGNED_OUT(
            401,
            "signed-out",
            "Phiên đăng nhập đã hết. Đăng nhập lại để làm tiếp; những gì đã gõ vẫn còn.",
            "You were signed out. Sign in again to go on; what you typed is still here."),
    FOREIGN_REQUEST(
            403,
            "foreign-request",
            "Yêu cầu này không đến từ trang của trường nên bị từ chối.",
            "This request did not come from the school's own page and was refused."),
    UNKNOWN_HOST(
            421,
            "unknown-host",
            "Máy chủ không phục vụ dưới tên này. Hỏi quản trị địa chỉ đúng của trường.",
            "The server does not answer to this name. Ask your administrator for the right address."),
    TWO_SESSIONS(
            409,
            "two-sessions",
            "Trình duyệt gửi hai phiên đăng nhập cùng lúc nên không biết ai đang dùng. Xoá cookie của trang này rồi đăng nhập lại.",
            "The browser sent two sign-ins at once, so it is not known who you are. Delete the cookies of this page, then sign in again."),
    NOT_FOUND(404, "not-found", "Không tìm thấy trang này.", "This page was not found."),
    AWAY(
            503,
            "part-away",
            "Một phần của hệ thống đang khởi động lại. Những gì đã lưu vẫn an toàn; trang sẽ tự thử lại.",
            "A part of the system is restarting. What was saved is safe; the page will try again.");

    private final int status;
    private final String slug;
    private final String vietnamese;
    private final String english;

    Problems(int status, String slug, String vietnamese, String english) {
        this.status = status;
        this.slug = slug;
        this.vietnamese = vietnamese;
        this.english = english;
    }

    void send(HttpServerRequest request) {
        HttpServerResponse response = request.response();
        if (response.ended() || response.headWritten()) {
            return;
        }
        if (this == AWAY) {
            response.putHeader("Retry-After", "1");
        }
        var languages = request.getHeader("Accept-Language");
        boolean inEnglish = languages != null && languages.startsWith("en");
        response.setStatusCode(status)
                .putHeader("Content-Type", "application/problem+json")
                .putHeader("Cache-Control", "no-store")
                .end(new JsonObject()
                        .put("type", "/problems/" + slug)
                        .put("slug", slug)
                        .put("title", inEnglish ? english : vietnamese)
                        .put("status", status)
                        .encode());
    }
}
