package io.okxconnect.doctor;

import io.okxconnect.site.Site;
import io.okxconnect.site.TradingEnvironment;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Why an account does not connect: one cause, the facts that show it, and one next step, in English and in simplified
 * Chinese. Immutable; holds no secret, and of OKX's own texts none.
 */
public final class Diagnosis {
    private final Cause cause;
    private final LocalizedText summary;
    private final LocalizedText nextStep;
    private final List<LocalizedText> evidence;
    private final @Nullable URI page;
    private final @Nullable Site site;
    private final @Nullable TradingEnvironment environment;

    private Diagnosis(Builder builder) {
        this.cause = builder.cause;
        this.summary = builder.summary;
        this.nextStep = builder.nextStep;
        this.evidence = List.copyOf(builder.evidence);
        this.page = builder.page;
        this.site = builder.site;
        this.environment = builder.environment;
    }

    /**
     * Begins a diagnosis. The connector makes them; this is for tests of an app's own.
     *
     * @param cause what is wrong
     * @param summary what is wrong, one sentence
     * @param nextStep what to do, one step
     * @return a builder
     */
    public static Builder builder(Cause cause, LocalizedText summary, LocalizedText nextStep) {
        return new Builder(cause, summary, nextStep);
    }

    /**
     * What is wrong, as a word.
     *
     * @return the cause; {@link Cause#HEALTHY} if nothing is
     */
    public Cause cause() {
        return cause;
    }

    /**
     * Whether nothing stands in the way of the account.
     *
     * @return true if the cause is {@link Cause#HEALTHY}
     */
    public boolean isHealthy() {
        return cause == Cause.HEALTHY;
    }

    /**
     * The facts that show the cause, such as {@code OKX global/live answered 50119 (HTTP 401).}
     *
     * @param locale whose language counts: every Chinese locale gets simplified Chinese, every other one English
     * @return short sentences, unmodifiable
     */
    public List<String> evidence(Locale locale) {
        Objects.requireNonNull(locale, "locale");
        return evidence.stream().map(text -> text.in(locale)).toList();
    }

    /**
     * What is wrong, for the user of the account.
     *
     * @param locale whose language counts, as in {@link #evidence}
     * @return one sentence
     */
    public String summary(Locale locale) {
        return summary.in(Objects.requireNonNull(locale, "locale"));
    }

    /**
     * What to do now.
     *
     * @param locale whose language counts, as in {@link #evidence}
     * @return one step
     */
    public String nextStep(Locale locale) {
        return nextStep.in(Objects.requireNonNull(locale, "locale"));
    }

    /**
     * Where the user takes the step.
     *
     * @return the page at the user's OKX site, or empty if the step is not taken on one
     */
    public Optional<URI> page() {
        return Optional.ofNullable(page);
    }

    /**
     * The OKX site that the key belongs to.
     *
     * @return the site, or empty as long as no answer of OKX's has shown it
     */
    public Optional<Site> site() {
        return Optional.ofNullable(site);
    }

    /**
     * The environment that the key belongs to.
     *
     * @return live or demo, or empty as long as no answer of OKX's has shown it
     */
    public Optional<TradingEnvironment> environment() {
        return Optional.ofNullable(environment);
    }

    /** {@return the diagnosis as English text for a console, several lines} */
    @Override
    public String toString() {
        return cause + ": " + summary.english()
                + evidence.stream().map(fact -> "\n- " + fact.english()).collect(Collectors.joining())
                + "\nNext step: " + nextStep.english()
                + (page == null ? "" : " (" + page + ")");
    }

    /** Collects the parts of a diagnosis. Not safe for use by many threads. */
    public static final class Builder {
        private final Cause cause;
        private final LocalizedText summary;
        private final LocalizedText nextStep;
        private final List<LocalizedText> evidence = new ArrayList<>();
        private @Nullable URI page;
        private @Nullable Site site;
        private @Nullable TradingEnvironment environment;

        private Builder(Cause cause, LocalizedText summary, LocalizedText nextStep) {
            this.cause = Objects.requireNonNull(cause, "cause");
            this.summary = Objects.requireNonNull(summary, "summary");
            this.nextStep = Objects.requireNonNull(nextStep, "nextStep");
        }

        /**
         * Adds a fact that shows the cause.
         *
         * @param fact a short sentence without any secret
         * @return this builder
         */
        public Builder addEvidence(LocalizedText fact) {
            evidence.add(Objects.requireNonNull(fact, "fact"));
            return this;
        }

        /**
         * Sets where the step is taken.
         *
         * @param page the page; none by default
         * @return this builder
         */
        public Builder page(URI page) {
            this.page = Objects.requireNonNull(page, "page");
            return this;
        }

        /**
         * Sets where the key belongs.
         *
         * @param site the site; unknown by default
         * @param environment the environment; unknown by default
         * @return this builder
         */
        public Builder keyBelongsTo(Site site, TradingEnvironment environment) {
            this.site = Objects.requireNonNull(site, "site");
            this.environment = Objects.requireNonNull(environment, "environment");
            return this;
        }

        /**
         * Makes the diagnosis.
         *
         * @return the diagnosis
         */
        public Diagnosis build() {
            return new Diagnosis(this);
        }
    }
}
