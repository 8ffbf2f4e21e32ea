package io.okxconnect;

import io.okxconnect.credential.CredentialMetadata;

/**
 * Which key a connection uses.
 *
 * @param metadata what is stored about it
 * @param number counts the connection's keys from 1: two keys may look the same in the metadata
 */
record StoredKey(CredentialMetadata metadata, int number) {}
