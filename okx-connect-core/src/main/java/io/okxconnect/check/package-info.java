/**
 * Whether a key and its account are what an app needs, in words a user understands, and how to fix what is not. Start
 * at {@link io.okxconnect.check.AccountRequirements}: it makes the checks and gives a {@link
 * io.okxconnect.check.CheckReport}. Looking changes nothing; {@link io.okxconnect.check.Remedies#apply} does, when
 * called. {@link io.okxconnect.check.SetupPlanner} looks ahead first, and can take its changes back.
 *
 * <p>A rule of your own is one small class: implement {@link io.okxconnect.check.AccountCheck}.
 */
@org.jspecify.annotations.NullMarked
package io.okxconnect.check;
