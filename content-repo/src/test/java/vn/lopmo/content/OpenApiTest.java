package vn.lopmo.content;

import static io.restassured.RestAssured.given;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.junit.jupiter.api.Test;
import vn.lopmo.testkit.GoldenFile;

@QuarkusTest
@TestProfile(SignedTokens.class)
class OpenApiTest {
    @Test
    void theContractIsWhatTheServiceOffers() {
        var offered = given().accept("application/yaml")
                .get("/q/openapi")
                .then()
                .statusCode(200)
                .extract()
                .asString();

        GoldenFile.at("infra/contracts/openapi/content-repo.yaml").mustEqual(offered);
    }
}
