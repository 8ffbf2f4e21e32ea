package io.okxconnect.testkit.internal.model;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The OKX codes that the sandbox answers with, each with its HTTP status, where it is refused, and its text. */
public enum ErrorCode {
    SERVICE_UNAVAILABLE("50001", 503, "Service temporarily unavailable. Please try again later."),
    ENDPOINT_TIMEOUT("50004", 400, "API endpoint request timeout (does not mean the request succeeded or failed)."),
    EMPTY_BODY("50000", 400, "Body for POST request cannot be empty."),
    BAD_JSON("50002", 400, "JSON syntax error"),
    BAD_CONTENT_TYPE("50006", 400, "Invalid Content-Type, please use \"application/json\" format", Origin.GATEWAY),
    TOO_MANY_REQUESTS("50011", 429, "Too Many Requests", Origin.GATEWAY),
    SYSTEM_BUSY("50013", 429, "Systems are busy. Please try again later."),
    PARAMETER_MISSING("50014", 400, "Parameter %s cannot be empty."),
    ONE_OF_TWO_MISSING("50015", 400, "Either parameter %s is required."),
    BOTH_GIVEN("50024", 200, "Parameters %s cannot exist at the same time."),
    TOO_MANY_VALUES("50025", 200, "Parameter %s count exceeds the limit %s."),
    SYSTEM_ERROR("50026", 500, "System error. Try again later."),
    IP_BOUND_KEY_REQUIRED("50035", 403, "This endpoint requires that APIKey must be bound to IP"),
    EXP_TIME_IN_PAST("50036", 200, "The expTime can't be earlier than the current system time."),
    ISOLATED_NOT_AVAILABLE("50072", 200, "Isolated margin trading is not available in the current account mode."),
    API_FROZEN("50100", 400, "API frozen, please contact customer service.", Origin.GATEWAY),
    WRONG_ENVIRONMENT("50101", 401, "APIKey does not match current environment.", Origin.GATEWAY),
    TIMESTAMP_EXPIRED("50102", 401, "Timestamp request expired.", Origin.GATEWAY),
    KEY_HEADER_EMPTY("50103", 401, "Request header \"OK-ACCESS-KEY\" cannot be empty.", Origin.GATEWAY),
    PASSPHRASE_HEADER_EMPTY("50104", 401, "Request header \"OK-ACCESS-PASSPHRASE\" cannot be empty.", Origin.GATEWAY),
    PASSPHRASE_WRONG("50105", 401, "Request header \"OK-ACCESS-PASSPHRASE\" incorrect.", Origin.GATEWAY),
    SIGN_HEADER_EMPTY("50106", 401, "Request header \"OK-ACCESS-SIGN\" cannot be empty.", Origin.GATEWAY),
    TIMESTAMP_HEADER_EMPTY("50107", 401, "Request header \"OK-ACCESS-TIMESTAMP\" cannot be empty.", Origin.GATEWAY),
    IP_NOT_LISTED("50110", 401, "Your IP %s is not included in your API key's %s IP whitelist.", Origin.GATEWAY),
    KEY_INVALID("50111", 401, "Invalid OK-ACCESS-KEY", Origin.GATEWAY),
    TIMESTAMP_MALFORMED("50112", 401, "Invalid OK-ACCESS-TIMESTAMP", Origin.GATEWAY),
    SIGNATURE_WRONG("50113", 401, "Invalid Sign", Origin.GATEWAY),
    AUTHORIZATION_INVALID("50114", 401, "Invalid Authorization", Origin.GATEWAY),
    METHOD_WRONG("50115", 405, "Invalid request method.", Origin.GATEWAY),
    FAST_API_KEY_EXISTS("50116", 200, "Only one Fast API key can be created per user."),
    BROKERS_ONLY("50117", 200, "Only API brokers can create Fast API keys."),
    BROKER_IPS_MISSING("50118", 200, "The app's IP addresses must be on its whitelist before a key can be bound."),
    KEY_UNKNOWN("50119", 401, "API key doesn't exist", Origin.GATEWAY),
    PERMISSION_MISSING("50120", 401, "This API key doesn't have permission to use this function", Origin.GATEWAY),
    PARAMETER_ERROR("51000", 400, "Parameter %s  error"),
    INSTRUMENT_UNKNOWN("51001", 200, "Instrument ID does not exist"),
    NO_ORDER_ID("51003", 200, "Either client order ID or order ID is required"),
    PRICE_OUT_OF_RANGE("51006", 200, "Order price is not within the price limit"),
    INSUFFICIENT_BALANCE("51008", 200, "Order failed. Insufficient %s balance in account"),
    INSUFFICIENT_MARGIN("51008", 200, "Order failed. Insufficient %s margin in account"),
    NOT_IN_THIS_MODE("51010", 200, "You can't complete the request under your current account mode."),
    DUPLICATE_CLIENT_ORDER_ID("51016", 200, "Client order ID already exists."),
    BELOW_MINIMUM("51020", 200, "Your order should meet or exceed the minimum order amount."),
    LEVERAGE_NOT_IN_PORTFOLIO("51039", 200, "Leverage cannot be adjusted in Portfolio margin account mode."),
    NET_ONLY_IN_PORTFOLIO("51041", 200, "Portfolio margin account only supports net mode."),
    FINISH_ON_THE_WEB(
            "51070",
            200,
            "You do not meet the requirements for switching to this account mode. Please upgrade the account mode"
                    + " on the OKX website or App."),
    NOT_A_MULTIPLE("51121", 200, "Order quantity must be a multiple of the lot size."),
    NO_POSITION_TO_CLOSE(
            "51169", 200, "Order failed because you don't have any positions in this direction to reduce or close."),
    REDUCE_ONLY_CONFLICT(
            "51170",
            200,
            "Your order failed because you must place a reduce-only order in the opposite direction, no larger than the position."),
    ORDER_NOT_THERE("51400", 200, "Cancellation failed as the order has been filled, canceled or does not exist."),
    ORDER_NOT_FOUND("51603", 200, "Order does not exist"),
    TOKEN_INVALID("53000", 400, "Invalid token", Origin.GATEWAY),
    TOKEN_OF_ANOTHER_SITE("53000", 401, "Invalid token", Origin.GATEWAY),
    AUTHORIZATION_CANCELLED("53001", 400, "Authorization canceled", Origin.GATEWAY),
    TOKEN_EXPIRED("53002", 400, "Token expired", Origin.GATEWAY),
    TOKEN_REVOKED("53003", 400, "Token revoked", Origin.GATEWAY),
    ACCOUNT_FROZEN("53004", 400, "Account has been frozen", Origin.GATEWAY),
    REFRESH_TOKEN_WRONG("53005", 400, "Wrong refresh token", Origin.GATEWAY),
    DEVICE_INVALID("53006", 401, "Invalid device", Origin.GATEWAY),
    AUTHORIZATION_FAILED("53009", 400, "Authorization failed", Origin.GATEWAY),
    RESOURCE_MISMATCH("53009", 400, "The resource does not match", Origin.GATEWAY),
    OAUTH_PARAMETER_ERROR("53010", 400, "Parameter error: %s", Origin.GATEWAY),
    OAUTH_PARAMETER_EMPTY("53011", 400, "Empty parameter: %s", Origin.GATEWAY),
    CODE_EXPIRED("53012", 400, "The authorization code has expired, or the domain is not correct", Origin.GATEWAY),
    SCOPE_MISSING("53013", 400, "No permission for this API", Origin.GATEWAY),
    SERVER_IP_INVALID("53014", 401, "Invalid IP", Origin.GATEWAY),
    OAUTH_PARAMETER_TOO_LONG("53015", 400, "Parameter too long: %s", Origin.GATEWAY),
    REDIRECT_URI_INVALID("53016", 400, "Invalid redirect_uri", Origin.GATEWAY),
    FAST_API_NOT_ENABLED("53017", 400, "The Fast API permission is not enabled", Origin.GATEWAY),
    SITE_NOT_ENABLED("53018", 400, "No authorization for this site", Origin.GATEWAY),
    MARGIN_NOT_SUPPORTED("54000", 200, "Margin trading is not supported."),
    POSITIONS_OR_ORDERS_EXIST(
            "59000", 200, "Setting failed. Cancel any open orders, close positions, and stop trading bots first."),
    BORROWINGS_EXIST("59001", 200, "Switching failed as you have borrowings."),
    LEVERAGE_ISOLATED_ORDERS(
            "59101",
            200,
            "Leverage can't be modified. Please cancel all pending isolated margin orders before adjusting the leverage."),
    LEVERAGE_ABOVE_MAXIMUM("59102", 200, "Leverage exceeds the maximum limit. Please lower the leverage."),
    LEVERAGE_BELOW_MINIMUM(
            "59105", 400, "Leverage can't be less than the minimum limit. Please increase the leverage."),
    LEVERAGE_CROSS_ORDERS(
            "59107",
            200,
            "Leverage can't be modified. Please cancel all pending cross-margin orders before adjusting the leverage."),
    LEVERAGE_INFO_NOT_IN_PORTFOLIO("59111", 200, "Leverage can't be queried in Portfolio margin account mode."),
    ORDERS_OR_BOTS_EXIST(
            "59132",
            200,
            "Unable to switch. Please close or cancel all open orders and stop trading bots before switching."),
    POSITIONS_INCOMPATIBLE("59134", 200, "Unable to switch. Positions are incompatible with the current account mode."),
    LEVERAGE_PRESET_MISSING("59136", 200, "Unable to switch. Please preset the leverage before switching."),
    MASTER_KEY_ONLY("59500", 200, "Only the API key of the main account has permission."),
    TOO_MANY_KEYS("59501", 200, "Only 50 API keys can be created per account."),
    LABEL_TAKEN("59502", 200, "API key note already exists."),
    TOO_MANY_IPS("59503", 200, "Each API key can be bound to up to 20 IP addresses."),
    SUB_CANNOT_WITHDRAW("59504", 200, "Sub-account API keys can't have the withdrawal permission."),
    PASSPHRASE_FORM(
            "59505",
            200,
            "The passphrase must have 8 to 32 characters with at least one digit, one upper-case letter, one"
                    + " lower-case letter and one special character."),
    KEY_NOT_THERE("59506", 200, "API key does not exist.");

    /** Where a request is refused: the gateway answers without {@code data}, the business side with it. */
    public enum Origin {
        GATEWAY,
        BUSINESS
    }

    // Some share a code, as INSUFFICIENT_BALANCE and _MARGIN share 51008: the first one stands for it.
    private static final Map<String, ErrorCode> BY_CODE = Arrays.stream(values())
            .collect(Collectors.toUnmodifiableMap(ErrorCode::code, Function.identity(), (first, second) -> first));

    private final String code;
    private final int status;
    private final String text;
    private final Origin origin;

    ErrorCode(String code, int status, String text) {
        this(code, status, text, Origin.BUSINESS);
    }

    ErrorCode(String code, int status, String text, Origin origin) {
        this.code = code;
        this.status = status;
        this.text = text;
        this.origin = origin;
    }

    public static Optional<ErrorCode> find(String code) {
        return Optional.ofNullable(BY_CODE.get(code));
    }

    public String code() {
        return code;
    }

    public int status() {
        return status;
    }

    public Origin origin() {
        return origin;
    }

    /** The sub-code that order answers give apart; {@code ""} for none. */
    public String subCode() {
        return switch (this) {
            case INSUFFICIENT_BALANCE -> "1000";
            case INSUFFICIENT_MARGIN -> "1001";
            default -> "";
        };
    }

    /** The refusal with this code; {@code details} fill the places in its text. */
    public Refusal refusal(String... details) {
        return new Refusal(this, text(details));
    }

    public String text(String... details) {
        return details.length == 0 ? text.replace("%s", "") : String.format(text, (Object[]) details);
    }
}
