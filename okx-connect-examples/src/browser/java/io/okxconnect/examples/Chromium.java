package io.okxconnect.examples;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.FluentWait;
import org.openqa.selenium.support.ui.WebDriverWait;

/**
 * A headless Chromium with an empty profile. Uses the installed one, never downloads one: {@code -Dokxconnect.chromium}
 * and {@code -Dokxconnect.chromedriver} name it where it is not in Debian's place.
 */
final class Chromium implements AutoCloseable {
    /** Far more than a page takes: only a page that never comes reaches it. */
    private static final Duration PATIENCE = Duration.ofSeconds(Long.getLong("okxconnect.patience", 60));
    /** Held here, so that its level stays. */
    private static final Logger SELENIUM = Logger.getLogger("org.openqa.selenium");

    private final Path profile;
    private final ChromeDriver driver;

    Chromium() {
        this("en-US");
    }

    /** One whose user prefers a language. */
    Chromium(String language) {
        // It has no debugging protocol for every Chromium, and says so each time; none is needed here.
        SELENIUM.setLevel(Level.SEVERE);
        try {
            profile = Files.createTempDirectory(Files.createDirectories(Path.of("target", "chromium")), "profile");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        ChromeOptions options = new ChromeOptions();
        options.setBinary(installed("okxconnect.chromium", "/usr/bin/chromium").toString());
        options.addArguments(
                "--headless=new",
                "--user-data-dir=" + profile.toAbsolutePath(),
                "--accept-lang=" + language,
                "--no-first-run",
                "--disable-gpu",
                "--disable-dev-shm-usage",
                "--disable-background-networking",
                "--disable-component-update",
                // Whatever the browser wants from elsewhere, these tests stay on this machine.
                "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1");
        LoggingPreferences logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, Level.ALL);
        options.setCapability("goog:loggingPrefs", logs);
        if ("root".equals(System.getProperty("user.name"))) {
            // Chromium's own sandbox refuses to run for root, as in most containers.
            options.addArguments("--no-sandbox");
        }
        ChromeDriverService service = new ChromeDriverService.Builder()
                .usingDriverExecutable(installed("okxconnect.chromedriver", "/usr/bin/chromedriver")
                        .toFile())
                .usingAnyFreePort()
                .build();
        driver = new ChromeDriver(service, options);
    }

    private static Path installed(String property, String usual) {
        Path program = Path.of(System.getProperty(property, usual));
        if (!Files.isExecutable(program)) {
            throw new IllegalStateException("There is no program " + program
                    + ". Install chromium and chromium-driver, or name it with -D" + property + "=...");
        }
        return program;
    }

    void open(URI page) {
        driver.get(page.toString());
    }

    /** Clicks what the selector finds, as soon as it is there. */
    void click(String selector) {
        await(selector)
                .until(ExpectedConditions.elementToBeClickable(By.cssSelector(selector)))
                .click();
    }

    /** Waits for what the selector finds, and gives its text. */
    String text(String selector) {
        return texts(selector).get(0);
    }

    /** Waits until the selector finds something, and gives the texts of all of it. */
    List<String> texts(String selector) {
        return await(selector)
                .until(page -> page.findElements(By.cssSelector(selector)).stream()
                        .filter(WebElement::isDisplayed)
                        .map(WebElement::getText)
                        .collect(Collectors.collectingAndThen(
                                Collectors.toList(), found -> found.isEmpty() ? null : found)));
    }

    /** Types into a field that is empty. */
    void type(String selector, String text) {
        await(selector)
                .until(ExpectedConditions.elementToBeClickable(By.cssSelector(selector)))
                .sendKeys(text);
    }

    /** A property of an element, as scripts see it. */
    String property(String selector, String name) {
        return String.valueOf(driver.findElement(By.cssSelector(selector)).getDomProperty(name));
    }

    boolean has(String selector) {
        return !driver.findElements(By.cssSelector(selector)).isEmpty();
    }

    /** Where the keyboard is after one more press of the tabulator. */
    String tab() {
        driver.switchTo().activeElement().sendKeys(Keys.TAB);
        return String.valueOf(driver.switchTo().activeElement().getDomProperty("id"));
    }

    void press(CharSequence key) {
        driver.switchTo().activeElement().sendKeys(key);
    }

    Object run(String script, Object... values) {
        return Objects.requireNonNull(driver.executeAsyncScript(script, values));
    }

    /** Sees pages as on a screen of that size, in bright or dark colours. */
    void screen(int width, int height, boolean dark) {
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", width < 600));
        driver.executeCdpCommand("Emulation.setScrollbarsHidden", Map.of("hidden", true));
        driver.executeCdpCommand(
                "Emulation.setEmulatedMedia",
                Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", dark ? "dark" : "light"))));
    }

    /** A picture of the whole page, as high as it is. */
    byte[] picture(int width, boolean dark) {
        screen(width, 400, dark);
        Number height =
                Objects.requireNonNull((Number) driver.executeScript("return document.documentElement.scrollHeight"));
        screen(width, height.intValue(), dark);
        return driver.getScreenshotAs(OutputType.BYTES);
    }

    /** Whether the page is wider than the screen. */
    boolean scrollsSideways() {
        return Boolean.TRUE.equals(driver.executeScript(
                "return document.documentElement.scrollWidth > document.documentElement.clientWidth"));
    }

    /** What the browser complained about since it was asked last: scripts that fail, policies that are broken. */
    List<String> complaints() {
        return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
                .map(LogEntry::getMessage)
                // A page that is not there is what the test asked for.
                .filter(message -> !message.contains("status of 404"))
                .toList();
    }

    /** Waits until the page's title has this part. */
    void awaitTitle(String part) {
        await(part).until(ExpectedConditions.titleContains(part));
    }

    /** Where the browser is. */
    URI address() {
        return URI.create(Objects.requireNonNull(driver.getCurrentUrl()));
    }

    /** What the page's own scripts can see of the cookies: none that is http-only. */
    String cookiesSeenByScripts() {
        return String.valueOf(driver.executeScript("return document.cookie"));
    }

    /** The page as it is. */
    String source() {
        return Objects.requireNonNull(driver.getPageSource());
    }

    /** Loses a cookie of this machine's pages. */
    void forgetCookie(String name) {
        driver.manage().deleteCookieNamed(name);
    }

    void reload() {
        driver.navigate().refresh();
    }

    private FluentWait<WebDriver> await(String what) {
        return new WebDriverWait(driver, PATIENCE)
                // A page that goes away while it is read.
                .ignoring(StaleElementReferenceException.class)
                .withMessage(() -> what + " never came. The page is \"" + driver.getTitle() + "\":\n"
                        + driver.findElement(By.tagName("body")).getText());
    }

    @Override
    public void close() {
        driver.quit();
    }
}
