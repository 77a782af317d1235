package org.stowage.example.ordering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stowage.Stowage;
import org.stowage.application.ApplicationContext;
import org.stowage.application.ApplicationException;
import org.stowage.application.RunningApplication;
import org.stowage.testing.OnEveryProvider;
import org.stowage.testing.StowageTest;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@StowageTest
@OnEveryProvider
class WebTest {

    private static final JsonMapper JSON = new JsonMapper();

    private Stowage stowage;
    private RunningApplication application;

    @BeforeEach
    void start() {
        application =
                new OrderingApplication().start(new ApplicationContext(stowage, Map.of("port", "0", "seed", "true")));
    }

    @AfterEach
    void stop() {
        application.close();
    }

    @Test
    void createsACartAndSaysWhereItIs() {
        String restaurant = first("v1/restaurants").get("id").stringValue();
        String user = first("v1/users").get("id").stringValue();

        HttpResponse<String> answer =
                post("v1/carts", "{\"restaurant_id\":\"" + restaurant + "\",\"user_id\":\"" + user + "\"}");

        assertThat(answer.statusCode()).isEqualTo(201);
        JsonNode cart = JSON.readTree(answer.body());
        assertThat(cart.get("restaurant_id").stringValue()).isEqualTo(restaurant);
        assertThat(cart.get("user_id").stringValue()).isEqualTo(user);
        String location = answer.headers().firstValue("Location").orElseThrow();
        assertThat(location).isEqualTo("/v1/carts/" + cart.get("uuid").stringValue());
        assertThat(JSON.readTree(get(location.substring(1)).body())).isEqualTo(cart);
    }

    @Test
    void fillsACartAndChecksItOut() {
        JsonNode restaurant = first("v1/restaurants");
        JsonNode menu = first("v1/restaurants/" + restaurant.get("id").stringValue() + "/menus");
        JsonNode item = first("v1/menus/" + menu.get("id").stringValue() + "/items");
        JsonNode user = first("v1/users");
        JsonNode opened = JSON.readTree(
                post("v1/carts", "{\"restaurant_id\":" + restaurant.get("id") + ",\"user_id\":" + user.get("id") + "}")
                        .body());
        String cart = "v1/carts/" + opened.get("uuid").stringValue();

        HttpResponse<String> added = post(cart + "/items", "{\"item_id\":" + item.get("id") + ",\"quantity\":2}");
        assertThat(added.statusCode()).isEqualTo(200);
        JsonNode filled = JSON.readTree(added.body());
        assertThat(filled.get("total").decimalValue())
                .isEqualByComparingTo(
                        item.get("price").decimalValue().add(item.get("price").decimalValue()));

        assertThat(JSON.readTree(post(cart + "/checkout", "").body())
                        .get("status")
                        .stringValue())
                .isEqualTo("CHECKED_OUT");
        assertThat(post(cart + "/checkout", "").statusCode()).isEqualTo(409);
    }

    @Test
    void createsRestaurantMenuItemAndUser() {
        HttpResponse<String> restaurant =
                post("v1/restaurants", "{\"name\":\"Zoë's\",\"cuisine\":\"Vegan\",\"city\":\"Åbo\"}");
        assertThat(restaurant.statusCode()).isEqualTo(201);
        String path = restaurant.headers().firstValue("Location").orElseThrow().substring(1);
        assertThat(JSON.readTree(get(path).body()).get("city").stringValue()).isEqualTo("Åbo");
        assertThat(JSON.readTree(get("v1/restaurants?city=%C3%85bo").body())).hasSize(1);

        String menu = post(path + "/menus", "{\"name\":\"Lunch\"}")
                .headers()
                .firstValue("Location")
                .orElseThrow();
        HttpResponse<String> item = post(menu.substring(1) + "/items", "{\"name\":\"Stew\",\"price\":8.5}");
        assertThat(item.statusCode()).isEqualTo(201);
        assertThat(item.body()).contains("\"price\":8.50");

        HttpResponse<String> user = post("v1/users", "{\"name\":\"Mo\",\"email\":\"mo@example.org\"}");
        assertThat(user.statusCode()).isEqualTo(201);
        HttpResponse<String> again = post("v1/users", "{\"name\":\"Mo 2\",\"email\":\"mo@example.org\"}");
        assertThat(again.statusCode()).isEqualTo(409);
        assertThat(JSON.readTree(again.body()).get("error").stringValue())
                .isEqualTo("there is a user with the e-mail address 'mo@example.org' already");
    }

    @Test
    void answersAMethodThatAPathDoesNotHaveWith405() {
        HttpResponse<String> answer =
                send(HttpRequest.newBuilder(uri("v1/restaurants")).DELETE().build());

        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(JSON.readTree(answer.body()).get("error").stringValue()).isNotBlank();
    }

    @Test
    void answersABodyThatIsNoUtf8With400() {
        byte[] latin1 = "{\"name\":\"Zoë\",\"email\":\"a@b\"}".getBytes(StandardCharsets.ISO_8859_1);
        HttpResponse<String> answer = send(HttpRequest.newBuilder(uri("v1/users"))
                .POST(BodyPublishers.ofByteArray(latin1))
                .build());

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("the body is not JSON");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            v1/carts       | {}                                          | parameter 'restaurant_id' is missing
            v1/carts       | {"restaurant_id": 5}                        | must be a text
            v1/carts       | {"restaurant_id": "1-1-1-1-1"}              | must be a UUID
            v1/carts       | {"restaurant_id":                           | the body is not JSON
            v1/carts       | []                                          | the body must be a JSON object
            v1/carts       | {"restaurant": "x"}                         | parameter 'restaurant' is not known
            v1/users       | {"name":"x","name":"y","email":"a@b"}       | the body is not JSON
            v1/users       | {"name":" ","email":"a@b"}                  | name must have between 1 and 500 characters
            v1/users       | {"name":"x","email":"nobody"}               | email 'nobody'
            v1/users       | {"name":"x\\u0000","email":"a@b"}            | name must not hold U+0000
            v1/restaurants | {"name":"x","cuisine":null,"city":"y"}      | parameter 'cuisine' is missing
            """)
    void answersAMalformedRequestWith400AndTheReason(String path, String body, String reason) {
        HttpResponse<String> answer = post(path, body);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(JSON.readTree(answer.body()).get("error").stringValue())
                .contains(reason)
                .doesNotContain("Exception");
    }

    @ParameterizedTest
    @CsvSource({"v1/carts/", "v1/restaurants/", "v1/menus/", "v1/items/", "v1/users/"})
    void answersWhatDoesNotExistWith404AndWhatCannotExistWith400(String path) {
        UUID nobody = UUID.randomUUID();

        assertThat(get(path + nobody).statusCode()).isEqualTo(404);
        assertThat(JSON.readTree(get(path + nobody).body()).get("error").stringValue())
                .contains(nobody.toString());
        assertThat(get(path + "7").statusCode()).isEqualTo(400);
        assertThat(get("v2/nothing").statusCode()).isEqualTo(404);
        assertThat(JSON.readTree(get("v2/nothing").body()).get("error").stringValue())
                .contains("/v2/nothing");
    }

    @Test
    void answersACartForWhatDoesNotExistWith404() {
        String nobody = UUID.randomUUID().toString();
        HttpResponse<String> answer =
                post("v1/carts", "{\"restaurant_id\":\"" + nobody + "\",\"user_id\":\"" + nobody + "\"}");

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains("there is no restaurant '" + nobody + "'");

        String restaurant = first("v1/restaurants").get("id").stringValue();
        assertThat(post("v1/carts", "{\"restaurant_id\":\"" + restaurant + "\",\"user_id\":\"" + nobody + "\"}")
                        .body())
                .contains("there is no user '" + nobody + "'");
    }

    @Test
    void showsAPageAndWhichProviderEachDomainLivesIn() {
        HttpResponse<String> page = get("");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("<title>Ordering</title>");
        assertThat(get("page.js").statusCode()).isEqualTo(200);
        assertThat(get("page.css").statusCode()).isEqualTo(200);

        JsonNode stores = JSON.readTree(get("v1/stores").body());
        assertThat(stores)
                .extracting(store -> store.get("domain").stringValue())
                .containsExactly("restaurants", "users", "shopping");
        assertThat(stores)
                .allSatisfy(store -> assertThat(store.get("provider").stringValue())
                        .isEqualTo(stowage.store("*").provider().name()));
    }

    @Test
    void seedsOnlyWhatIsMissing() {
        String before = get("v1/restaurants").body();
        try (RunningApplication again =
                new OrderingApplication().start(new ApplicationContext(stowage, Map.of("port", "0", "seed", "true")))) {
            assertThat(again.address()).isPresent();
        }

        assertThat(get("v1/restaurants").body()).isEqualTo(before);
        assertThat(JSON.readTree(before)).hasSize(4);
    }

    @Test
    void saysThatAPortIsInUse() {
        int port = application.address().orElseThrow().getPort();
        ApplicationContext second = new ApplicationContext(stowage, Map.of("port", Integer.toString(port)));

        assertThatThrownBy(() -> new OrderingApplication().start(second))
                .isInstanceOf(ApplicationException.class)
                .hasMessageContaining("port '" + port + "'")
                .hasMessageContaining("--port");
    }

    private JsonNode first(String path) {
        return JSON.readTree(get(path).body()).get(0);
    }

    private HttpResponse<String> get(String path) {
        return send(HttpRequest.newBuilder(uri(path)).build());
    }

    private HttpResponse<String> post(String path, String body) {
        return send(HttpRequest.newBuilder(uri(path))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build());
    }

    private URI uri(String path) {
        return application.address().orElseThrow().resolve("/" + path);
    }

    /** Over a connection of its own: one that is kept may have been closed meanwhile, by its age or with another server. */
    private static HttpResponse<String> send(HttpRequest request) {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
