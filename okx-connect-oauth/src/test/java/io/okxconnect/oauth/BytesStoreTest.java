package io.okxconnect.oauth;

import io.okxconnect.oauth.contract.PendingAuthorizationStoreContract;

class BytesStoreTest extends PendingAuthorizationStoreContract {

    @Override
    protected PendingAuthorizationStore createStore() {
        return new BytesStore();
    }

    @Override
    protected PendingAuthorizationStore otherNode(PendingAuthorizationStore store) {
        return ((BytesStore) store).otherNode();
    }
}
