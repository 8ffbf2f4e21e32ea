package io.okxconnect.check;

import java.util.List;

/** A check that tells a plan which settings it wants, those that are fine included. */
interface PlanningCheck extends AccountCheck {
    List<WantedSetting> settings(CheckContext context);
}
