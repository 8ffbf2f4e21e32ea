package io.okxconnect.oauth;

import java.util.Random;

/** One row of the attack table. */
record Attack(int row, String name, Script script) {

    /** Plays one variant. */
    @FunctionalInterface
    interface Script {
        void play(Stage stage, Random random) throws Exception;
    }

    @Override
    public String toString() {
        return row + " " + name;
    }
}
