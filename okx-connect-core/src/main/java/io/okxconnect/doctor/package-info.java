/**
 * Why an account does not connect. Start at {@link io.okxconnect.doctor.Diagnosis}: one cause, what shows it, and one next
 * step. A refused connect carries it in a {@link io.okxconnect.doctor.ConnectFailedException}.
 */
@org.jspecify.annotations.NullMarked
package io.okxconnect.doctor;
