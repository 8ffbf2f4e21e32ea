package io.okxconnect.check;

import io.okxconnect.account.PermissionState;
import io.okxconnect.site.Site;
import io.okxconnect.site.TradingEnvironment;
import java.net.URI;

/** Where the user finds what a finding is about, at the user's own OKX site. */
final class OkxPages {
    /** OKX documents the way to the trading settings, not an address of their own. */
    static final String WAY_TO_TRADING_SETTINGS = "open OKX's trading page, its settings icon, and there ";

    private OkxPages() {}

    /** The API management page, in the tab of that environment (addresses as OKX's own sample app uses them). */
    static URI apiKeys(CheckContext context) {
        String tab = context.environment() == TradingEnvironment.DEMO ? "go-demo-trading=1" : "go-live-trading=1";
        return URI.create(context.site().webOrigin() + "/account/my-api?" + tab);
    }

    static URI home(Site site) {
        return site.webOrigin();
    }

    /** Whether the key itself can change settings: OKX asks for the permission Trade. */
    static boolean maySwitchByApi(CheckContext context) {
        return context.config().permissions().trade() == PermissionState.GRANTED;
    }
}
