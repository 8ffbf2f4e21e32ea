/** The contract of the interfaces of this module, as tests to be extended. */
package io.okxconnect.oauth.contract;
