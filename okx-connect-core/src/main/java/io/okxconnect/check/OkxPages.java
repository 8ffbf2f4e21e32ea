package io.okxconnect.check;

import io.okxconnect.account.AccountConfig;
import io.okxconnect.account.PermissionState;
import io.okxconnect.credential.CredentialKind;
import io.okxconnect.site.Site;
import io.okxconnect.site.TradingEnvironment;
import java.net.URI;

/** Where the user finds what a finding is about, at the user's own OKX site and in the right account. */
final class OkxPages {
    private OkxPages() {}

    /** The API management page, in the tab of that environment. */
    static URI apiKeys(CheckContext context) {
        return context.site().apiManagementPage(context.environment());
    }

    /** What to do on the API management page, with whose login. */
    static Remedy onApiPage(String instruction, CheckContext context) {
        if (context.credentialKind() == CredentialKind.ACCESS_TOKEN) {
            // What a token may do was said on the consent page, and no other page changes it.
            return Remedy.onPage(
                    "Connect this account again, and agree on OKX's consent page to what the app asks for.",
                    home(context.site()));
        }
        String owner =
                context.config().isSubAccount() ? " The keys of a sub-account are managed from its main account." : "";
        return Remedy.onPage(instruction + owner, apiKeys(context));
    }

    /** How to get to a trading setting: OKX documents the way, not an address of its own. */
    static String wayTo(String setting, AccountConfig config, TradingEnvironment environment) {
        return "open OKX's trading page"
                + (config.isSubAccount() ? ", logged in to this sub-account" : "")
                + (environment == TradingEnvironment.DEMO ? ", switch it to demo trading" : "")
                + ", click its settings icon, and there " + setting;
    }

    /** The same as a remedy, for keys that may not change settings themselves. */
    static Remedy onTradingPage(String instruction, String setting, CheckContext context) {
        return Remedy.onPage(
                instruction + ": " + wayTo(setting, context.config(), context.environment()) + ".",
                home(context.site()));
    }

    static URI home(Site site) {
        return site.webOrigin();
    }

    /** Whether the key itself can change settings: OKX asks for the permission Trade. */
    static boolean maySwitchByApi(CheckContext context) {
        return context.config().permissions().trade() == PermissionState.GRANTED;
    }
}
