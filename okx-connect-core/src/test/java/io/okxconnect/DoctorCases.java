package io.okxconnect;

import static io.okxconnect.DoctorCase.connects;
import static io.okxconnect.DoctorCase.fails;

import io.okxconnect.check.AccountCheck;
import io.okxconnect.check.AccountRequirements;
import io.okxconnect.check.CheckContext;
import io.okxconnect.check.Finding;
import io.okxconnect.check.Severity;
import io.okxconnect.doctor.Cause;
import io.okxconnect.testkit.SandboxEnvironment;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** Everything that the sandbox can do to an account that wants to connect, one fault at a time. */
final class DoctorCases {
    private static final String WITHOUT_PERMISSIONS = "{\"code\":\"0\",\"data\":[{\"uid\":\"1\",\"acctLv\":\"2\","
            + "\"posMode\":\"net_mode\",\"perm\":\"\"}],\"msg\":\"\"}";
    private static final AccountRequirements WITH_A_CHECK_THAT_REFUSES =
            AccountRequirements.futuresTrading().toBuilder()
                    .addCheck(new RefusingCheck())
                    .build();

    private DoctorCases() {}

    static Stream<DoctorCase> all() {
        return Stream.of(
                connects(
                        "nothing is wrong",
                        world -> {},
                        Cause.HEALTHY,
                        List.of("OKX global/demo accepted the key.", "Connect the account."),
                        List.of("OKX 全球站（模拟盘）接受了该 API Key。", "可以连接账户了。")),
                fails(
                        "key of another site",
                        world -> {
                            world.type(world.erik.createApiKey(
                                    world.request().read().trade()));
                            world.builder.enabledSites(world.otherSites());
                        },
                        Cause.WRONG_SITE,
                        List.of(
                                "OKX global/demo answered 50119 (HTTP 401).",
                                "OKX eea/demo accepted the key.",
                                "Choose the OKX site EEA (my.okx.com), then connect again."),
                        List.of(
                                "OKX 全球站（模拟盘）返回 50119（HTTP 401）。",
                                "OKX 欧洲站（模拟盘）接受了该 API Key。",
                                "请选择 OKX 欧洲站（my.okx.com）后重新连接。")),
                fails(
                        "key of another site and environment",
                        world -> {
                            world.type(world.erik.createApiKey(world.request()
                                    .environment(SandboxEnvironment.LIVE)
                                    .read()
                                    .trade()));
                            world.builder.enabledSites(world.otherSites());
                        },
                        Cause.WRONG_SITE,
                        List.of(
                                "OKX global/demo answered 50119 (HTTP 401).",
                                "OKX eea/demo answered 50101 (HTTP 401).",
                                "Choose the OKX site EEA (my.okx.com) and live trading, then connect again."),
                        List.of(
                                "OKX 全球站（模拟盘）返回 50119（HTTP 401）。",
                                "OKX 欧洲站（模拟盘）返回 50101（HTTP 401）。",
                                "请选择 OKX 欧洲站（my.okx.com）和实盘后重新连接。")),
                fails(
                        "live key on demo",
                        world -> {
                            world.type(world.alice.createApiKey(world.request()
                                    .environment(SandboxEnvironment.LIVE)
                                    .read()
                                    .trade()));
                        },
                        Cause.WRONG_ENVIRONMENT,
                        List.of(
                                "OKX global/demo answered 50101 (HTTP 401).",
                                "Choose live trading, then connect again."),
                        List.of("OKX 全球站（模拟盘）返回 50101（HTTP 401）。", "请切换到实盘后重新连接。")),
                fails(
                        "wrong passphrase",
                        world -> {
                            world.passphrase = DoctorsWorld.OTHER_PASSPHRASE;
                        },
                        Cause.WRONG_PASSPHRASE,
                        List.of(
                                "OKX global/demo answered 50105 (HTTP 401).",
                                "Enter the passphrase that was chosen when the API key was made, not the OKX login password; if it is lost, make a new API key."),
                        List.of(
                                "OKX 全球站（模拟盘）返回 50105（HTTP 401）。",
                                "请填写创建 API Key 时设置的 Passphrase，而不是 OKX 登录密码；如果已遗忘，请新建 API Key。")),
                fails(
                        "login password in the passphrase's place",
                        world -> {
                            world.passphrase = "short";
                        },
                        Cause.WRONG_PASSPHRASE,
                        List.of(
                                "OKX global/demo answered 50105 (HTTP 401).",
                                "The passphrase does not have the 8 to 32 characters that OKX asks for.",
                                "Enter the passphrase that was chosen when the API key was made, not the OKX login password; if it is lost, make a new API key."),
                        List.of(
                                "OKX 全球站（模拟盘）返回 50105（HTTP 401）。",
                                "Passphrase 的长度不符合 OKX 的要求（8 至 32 个字符）。",
                                "请填写创建 API Key 时设置的 Passphrase，而不是 OKX 登录密码；如果已遗忘，请新建 API Key。")),
                fails(
                        "wrong secret key",
                        world -> {
                            world.secretKey = DoctorsWorld.OTHER_SECRET;
                        },
                        Cause.WRONG_SECRET,
                        List.of(
                                "OKX global/demo answered 50113 (HTTP 401).",
                                "Enter the secret key again; OKX shows it only once, so make a new API key if it is lost."),
                        List.of("OKX 全球站（模拟盘）返回 50113（HTTP 401）。", "请重新填写 Secret Key；OKX 只显示一次，如果已丢失，请新建 API Key。")),
                fails(
                        "API key pasted twice",
                        world -> {
                            world.secretKey = world.apiKey;
                        },
                        Cause.WRONG_SECRET,
                        List.of(
                                "OKX global/demo answered 50113 (HTTP 401).",
                                "The secret key does not have the form of OKX's (32 hexadecimal digits).",
                                "Enter the secret key again; OKX shows it only once, so make a new API key if it is lost."),
                        List.of(
                                "OKX 全球站（模拟盘）返回 50113（HTTP 401）。",
                                "Secret Key 不符合 OKX 的格式（32 位十六进制数字）。",
                                "请重新填写 Secret Key；OKX 只显示一次，如果已丢失，请新建 API Key。")),
                fails(
                        "API key and secret key swapped",
                        world -> {
                            String key = world.apiKey;
                            world.apiKey = world.secretKey;
                            world.secretKey = key;
                        },
                        Cause.FIELDS_SWAPPED,
                        List.of(
                                "OKX global/demo answered 50119 (HTTP 401).",
                                "The API key and the secret key look swapped.",
                                "Swap the two, then connect again."),
                        List.of("OKX 全球站（模拟盘）返回 50119（HTTP 401）。", "API Key 与 Secret Key 看起来填反了。", "请对调这两项后重新连接。")),
                fails(
                        "secret key and passphrase swapped",
                        world -> {
                            String secret = world.secretKey;
                            world.secretKey = world.passphrase;
                            world.passphrase = secret;
                        },
                        Cause.FIELDS_SWAPPED,
                        List.of(
                                "OKX global/demo answered 50105 (HTTP 401).",
                                "The secret key and the passphrase look swapped.",
                                "Swap the two, then connect again."),
                        List.of("OKX 全球站（模拟盘）返回 50105（HTTP 401）。", "Secret Key 与 Passphrase 看起来填反了。", "请对调这两项后重新连接。")),
                fails(
                        "API key in quotes",
                        world -> {
                            world.apiKey = '"' + world.apiKey + "\",";
                        },
                        Cause.STRAY_CHARACTERS,
                        List.of(
                                "OKX global/demo answered 50119 (HTTP 401).",
                                "An API key was found among other characters in its field.",
                                "Copy the API key again, with nothing before, in or after it."),
                        List.of(
                                "OKX 全球站（模拟盘）返回 50119（HTTP 401）。",
                                "API Key 的输入中除了 API Key 还有其他字符。",
                                "请重新复制 API Key，前后和中间都不要带有其他字符。")),
                fails(
                        "blank in the secret key",
                        world -> {
                            world.secretKey = world.secretKey.substring(0, 16) + " " + world.secretKey.substring(16);
                        },
                        Cause.STRAY_CHARACTERS,
                        List.of(
                                "OKX global/demo answered 50113 (HTTP 401).",
                                "A secret key was found among other characters in its field.",
                                "Copy the secret key again, with nothing before, in or after it."),
                        List.of(
                                "OKX 全球站（模拟盘）返回 50113（HTTP 401）。",
                                "Secret Key 的输入中除了 Secret Key 还有其他字符。",
                                "请重新复制 Secret Key，前后和中间都不要带有其他字符。")),
                fails(
                        "address not on the list",
                        world -> {
                            world.okx.callerIp("203.0.113.7");
                            world.type(world.alice.createApiKey(
                                    world.request().read().trade().ips("198.51.100.1")));
                        },
                        Cause.IP_NOT_ALLOWED,
                        List.of(
                                "OKX global/demo answered 50110 (HTTP 401).",
                                "OKX saw the call come from 203.0.113.7.",
                                "Add 203.0.113.7 to the API key's IP list on OKX's API page."),
                        List.of(
                                "OKX 全球站（模拟盘）返回 50110（HTTP 401）。",
                                "OKX 看到请求来自 203.0.113.7。",
                                "请在 OKX 的 API 页面将 203.0.113.7 加入该 API Key 的 IP 白名单。")),
                fails(
                        "frozen API key",
                        world -> {
                            world.type(world.alice.createApiKey(
                                            world.request().read().trade()))
                                    .freeze();
                        },
                        Cause.API_FROZEN,
                        List.of(
                                "OKX global/demo answered 50100 (HTTP 400).",
                                "Ask OKX support why, then connect with a new API key."),
                        List.of("OKX 全球站（模拟盘）返回 50100（HTTP 400）。", "请向 OKX 客服了解原因，然后换用新的 API Key 连接。")),
                fails(
                        "key that nobody knows",
                        world -> {
                            world.apiKey = "00000000-0000-4000-8000-000000000000";
                            world.builder.enabledSites(world.otherSites());
                        },
                        Cause.KEY_UNKNOWN,
                        List.of(
                                "OKX global/demo answered 50119 (HTTP 401).",
                                "OKX eea/demo answered 50119 (HTTP 401).",
                                "OKX us/demo answered 50119 (HTTP 401).",
                                "OKX tr/demo answered 50119 (HTTP 401).",
                                "Compare the API key with the one on OKX's API page; if it is not there, make a new one."),
                        List.of(
                                "OKX 全球站（模拟盘）返回 50119（HTTP 401）。",
                                "OKX 欧洲站（模拟盘）返回 50119（HTTP 401）。",
                                "OKX 美国站（模拟盘）返回 50119（HTTP 401）。",
                                "OKX 土耳其站（模拟盘）返回 50119（HTTP 401）。",
                                "请与 OKX 的 API 页面上的 API Key 核对；如果页面上没有，请新建一个。")),
                fails(
                        "key of another site, and no other site is enabled",
                        world -> {
                            world.type(world.erik.createApiKey(
                                    world.request().read().trade()));
                        },
                        Cause.KEY_UNKNOWN,
                        List.of(
                                "OKX global/demo answered 50119 (HTTP 401).",
                                "Not asked, because this app did not enable them: eea, us, tr.",
                                "Check at which OKX site the account was opened, choose that one, then connect again."),
                        List.of(
                                "OKX 全球站（模拟盘）返回 50119（HTTP 401）。",
                                "以下站点未查询，因为本应用没有启用：欧洲站、美国站、土耳其站。",
                                "请确认账户是在哪个 OKX 站点开立的，选择该站点后重新连接。")),
                fails(
                        "consent was taken back",
                        world -> {
                            world.okx
                                    .faults()
                                    .on("GET", DoctorsWorld.CONFIG)
                                    .always()
                                    .code("53001");
                        },
                        Cause.CONSENT_ENDED,
                        List.of(
                                "OKX global/demo answered 53001 (HTTP 400).",
                                "Connect the account again through OKX's consent page."),
                        List.of("OKX 全球站（模拟盘）返回 53001（HTTP 400）。", "请通过 OKX 的授权页面重新连接账户。")),
                fails(
                        "frozen account",
                        world -> {
                            world.okx
                                    .faults()
                                    .on("GET", DoctorsWorld.CONFIG)
                                    .always()
                                    .code("50007");
                        },
                        Cause.ACCOUNT_FROZEN,
                        List.of(
                                "OKX global/demo answered 50007 (HTTP 200).",
                                "Log in at OKX to see why, or ask OKX support."),
                        List.of("OKX 全球站（模拟盘）返回 50007（HTTP 200）。", "请登录 OKX 查看原因，或联系 OKX 客服。")),
                fails(
                        "identity check is open",
                        world -> {
                            world.okx
                                    .faults()
                                    .on("GET", DoctorsWorld.CONFIG)
                                    .always()
                                    .code("50060");
                        },
                        Cause.ACCOUNT_RESTRICTED,
                        List.of(
                                "OKX global/demo answered 50060 (HTTP 200).",
                                "Log in at OKX and finish what it asks for."),
                        List.of("OKX 全球站（模拟盘）返回 50060（HTTP 200）。", "请登录 OKX，按提示完成所需步骤。")),
                fails(
                        "place that OKX does not serve",
                        world -> {
                            world.okx
                                    .faults()
                                    .on("GET", DoctorsWorld.CONFIG)
                                    .always()
                                    .code("50121");
                        },
                        Cause.REGION_BLOCKED,
                        List.of(
                                "OKX global/demo answered 50121 (HTTP 200).",
                                "Run the app on a server in a place that OKX serves."),
                        List.of("OKX 全球站（模拟盘）返回 50121（HTTP 200）。", "请在 OKX 提供服务的地区的服务器上运行应用。")),
                fails(
                        "key may not read",
                        world -> {
                            world.type(world.alice.createApiKey(world.request().trade()));
                        },
                        Cause.PERMISSION_MISSING,
                        List.of(
                                "OKX global/demo answered 50120 (HTTP 401).",
                                "Switch on Read for the API key on OKX's API page."),
                        List.of("OKX 全球站（模拟盘）返回 50120（HTTP 401）。", "请在 OKX 的 API 页面为该 API Key 开启“读取”权限。")),
                connects(
                        "key may only read",
                        world -> {
                            world.type(world.alice.createApiKey(world.request().read()));
                        },
                        Cause.PERMISSION_MISSING,
                        List.of(
                                "OKX global/demo accepted the key.",
                                "OKX lists these permissions for the key: read_only.",
                                "Switch on Trade for the API key on OKX's API page."),
                        List.of(
                                "OKX 全球站（模拟盘）接受了该 API Key。",
                                "OKX 显示该 API Key 的权限为：read_only。",
                                "请在 OKX 的 API 页面为该 API Key 开启“交易”权限。")),
                fails(
                        "key may withdraw",
                        world -> {
                            world.type(world.alice.createApiKey(
                                    world.request().read().trade().withdraw()));
                        },
                        Cause.WITHDRAW_ENABLED,
                        List.of(
                                "OKX lists Withdraw among the key's permissions.",
                                "Switch off Withdraw for the API key on OKX's API page, then connect again."),
                        List.of("OKX 显示该 API Key 拥有“提现”权限。", "请在 OKX 的 API 页面关闭该 API Key 的“提现”权限，然后重新连接。")),
                fails(
                        "permissions not told",
                        world -> {
                            world.okx
                                    .faults()
                                    .on("GET", DoctorsWorld.CONFIG)
                                    .always()
                                    .body(WITHOUT_PERMISSIONS);
                        },
                        Cause.PERMISSIONS_UNKNOWN,
                        List.of(
                                "OKX did not say what the key may do.",
                                "Make a new API key with only the permissions that the app needs, without Withdraw, and connect with it."),
                        List.of("OKX 没有说明该 API Key 的权限。", "请新建一个只有所需权限、没有“提现”权限的 API Key，然后用它重新连接。")),
                fails(
                        "a check of the app refuses",
                        world -> {
                            world.builder.requirements(WITH_A_CHECK_THAT_REFUSES);
                        },
                        Cause.REFUSED_BY_CHECK,
                        List.of(
                                "The check says: Sub-accounts only.",
                                "Do what the check asks for, then connect again."),
                        List.of("检查结果：Sub-accounts only.", "请按检查的要求处理，然后重新连接。")),
                fails(
                        "edge network blocks",
                        world -> {
                            world.okx.faults().on("GET", "/api/*").always().html(403);
                        },
                        Cause.EDGE_BLOCKED,
                        List.of(
                                "127.0.0.1 answered HTTP 403 with something that is not OKX's answer.",
                                "Try from another network or server: 127.0.0.1 must be reachable without a block page or a login page."),
                        List.of("127.0.0.1 返回 HTTP 403，但内容不是 OKX 的回复。", "请换一个网络或服务器重试：访问 127.0.0.1 时不能出现拦截页或登录页。")),
                fails(
                        "login page of a hotel",
                        world -> {
                            world.okx.faults().on("GET", "/api/*").always().html(200);
                        },
                        Cause.EDGE_BLOCKED,
                        List.of(
                                "127.0.0.1 answered HTTP 200 with something that is not OKX's answer.",
                                "Try from another network or server: 127.0.0.1 must be reachable without a block page or a login page."),
                        List.of("127.0.0.1 返回 HTTP 200，但内容不是 OKX 的回复。", "请换一个网络或服务器重试：访问 127.0.0.1 时不能出现拦截页或登录页。")),
                fails(
                        "maintenance",
                        world -> {
                            world.okx.faults().on("GET", "/api/*").always().code("50001");
                        },
                        Cause.MAINTENANCE,
                        List.of(
                                "OKX global/demo answered 50001 (HTTP 503).",
                                "Wait until the maintenance is over, then try again."),
                        List.of("OKX 全球站（模拟盘）返回 50001（HTTP 503）。", "请等待维护结束后重试。")),
                fails(
                        "system error",
                        world -> {
                            world.okx
                                    .faults()
                                    .on("GET", DoctorsWorld.CONFIG)
                                    .always()
                                    .code("50026");
                        },
                        Cause.OKX_UNAVAILABLE,
                        List.of("OKX global/demo answered 50026 (HTTP 500).", "Wait a few minutes, then try again."),
                        List.of("OKX 全球站（模拟盘）返回 50026（HTTP 500）。", "请等待几分钟后重试。")),
                fails(
                        "bad gateway",
                        world -> {
                            world.okx
                                    .faults()
                                    .on("GET", DoctorsWorld.CONFIG)
                                    .always()
                                    .html(502);
                        },
                        Cause.OKX_UNAVAILABLE,
                        List.of(
                                "OKX global/demo answered HTTP 502 without a code.",
                                "Wait a few minutes, then try again."),
                        List.of("OKX 全球站（模拟盘）返回 HTTP 502，没有错误码。", "请等待几分钟后重试。")),
                fails(
                        "too many calls",
                        world -> {
                            world.okx
                                    .faults()
                                    .on("GET", DoctorsWorld.CONFIG)
                                    .always()
                                    .code("50011");
                        },
                        Cause.RATE_LIMITED,
                        List.of("OKX global/demo answered 50011 (HTTP 429).", "Wait 2 s, then try again more slowly."),
                        List.of("OKX 全球站（模拟盘）返回 50011（HTTP 429）。", "请等待 2 秒，然后以更低的频率重试。")),
                connects(
                        "clock behind",
                        world -> {
                            world.machineIsBehind(Duration.ofSeconds(95));
                        },
                        Cause.CLOCK_SKEW,
                        List.of(
                                "OKX global/demo accepted the key.",
                                "This machine's clock is 95 s behind OKX's.",
                                "Set this machine's clock: switch on time synchronisation (NTP)."),
                        List.of("OKX 全球站（模拟盘）接受了该 API Key。", "本机时钟比 OKX 慢 95 秒。", "请校准本机时钟：开启网络时间同步（NTP）。")),
                connects(
                        "clock ahead",
                        world -> {
                            world.machineIsBehind(Duration.ofSeconds(-95));
                        },
                        Cause.CLOCK_SKEW,
                        List.of(
                                "This machine's clock is 95 s ahead of OKX's.",
                                "Set this machine's clock: switch on time synchronisation (NTP)."),
                        List.of("本机时钟比 OKX 快 95 秒。", "请校准本机时钟：开启网络时间同步（NTP）。")),
                fails(
                        "clock off and not to be measured",
                        world -> {
                            world.machineIsBehind(Duration.ofSeconds(95));
                            world.blockTime();
                        },
                        Cause.CLOCK_SKEW,
                        List.of(
                                "OKX global/demo answered 50102 (HTTP 401).",
                                "OKX's clock could not be measured from here.",
                                "Set this machine's clock: switch on time synchronisation (NTP)."),
                        List.of("OKX 全球站（模拟盘）返回 50102（HTTP 401）。", "无法从本机测量 OKX 的时间。", "请校准本机时钟：开启网络时间同步（NTP）。")),
                fails(
                        "connection broken off",
                        world -> {
                            world.okx
                                    .faults()
                                    .on("GET", DoctorsWorld.CONFIG)
                                    .always()
                                    .resetBeforeResponse();
                        },
                        Cause.CONNECTION_LOST,
                        List.of(
                                "The connection to 127.0.0.1 broke before the answer was complete.",
                                "Try again; if it stays so, check the proxies and firewalls on the way."),
                        List.of("在收到完整回复之前，与 127.0.0.1 的连接中断。", "请重试；如果仍然失败，请检查途中的代理和防火墙。")),
                fails(
                        "no answer",
                        world -> {
                            world.builder.diagnosisLimit(Duration.ofSeconds(3));
                            world.okx
                                    .faults()
                                    .on("GET", DoctorsWorld.CONFIG)
                                    .always()
                                    .hang();
                        },
                        Cause.TIMED_OUT,
                        List.of(
                                "127.0.0.1 gave no answer within ",
                                "Try again; if it stays so, check the network to 127.0.0.1."),
                        List.of("127.0.0.1 在 ", "请重试；如果仍然失败，请检查到 127.0.0.1 的网络。")),
                fails(
                        "code without a known cause",
                        world -> {
                            world.okx
                                    .faults()
                                    .on("GET", DoctorsWorld.CONFIG)
                                    .always()
                                    .code("50114");
                        },
                        Cause.UNKNOWN,
                        List.of(
                                "OKX global/demo answered 50114 (HTTP 401).",
                                "Look the code up in OKX's error list, or ask OKX support about it."),
                        List.of("OKX 全球站（模拟盘）返回 50114（HTTP 401）。", "请在 OKX 的错误码列表中查询该错误码，或咨询 OKX 客服。")));
    }

    private static final class RefusingCheck implements AccountCheck {
        @Override
        public String id() {
            return "own";
        }

        @Override
        public List<Finding> examine(CheckContext context) {
            return List.of(Finding.of(Severity.REFUSE, "own.main", "Sub-accounts only.", "The app's rule."));
        }
    }
}
