package vn.lopmo.assessment;

import static io.restassured.RestAssured.given;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.junit.jupiter.api.Test;
import vn.lopmo.testkit.GoldenFile;
import vn.lopmo.testkit.RealPostgres;
import vn.lopmo.testkit.Tokens;

@QuarkusTest
@TestProfile(WithoutEvents.class)
@QuarkusTestResource(RealPostgres.class)
@QuarkusTestResource(Tokens.class)
class OpenApiTest {
    @Test
    void theContractIsWhatTheServiceOffers() {
        var offered = given().accept("application/yaml")
                .get("/q/openapi")
                .then()
                .statusCode(200)
                .extract()
                .asString();

        GoldenFile.at("infra/contracts/openapi/assessment.yaml").mustEqual(offered);
    }
}
