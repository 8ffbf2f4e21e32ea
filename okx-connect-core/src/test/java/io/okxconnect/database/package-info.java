/** The databases that this module's tests and those of the others run on. */
package io.okxconnect.database;
