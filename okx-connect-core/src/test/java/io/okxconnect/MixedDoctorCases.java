package io.okxconnect;

import static io.okxconnect.DoctorCase.fails;

import io.okxconnect.doctor.Cause;
import io.okxconnect.testkit.SandboxEnvironment;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** Two faults at a time, of which the more basic one has to be named. */
final class MixedDoctorCases {
    private MixedDoctorCases() {}

    static Stream<DoctorCase> all() {
        return Stream.of(
                fails(
                        "wrong site and wrong passphrase",
                        world -> {
                            world.type(world.erik.createApiKey(
                                    world.request().read().trade()));
                            world.passphrase = DoctorsWorld.OTHER_PASSPHRASE;
                            world.builder.enabledSites(world.otherSites());
                        },
                        Cause.WRONG_SITE,
                        List.of(
                                "OKX global/demo answered 50119 (HTTP 401).",
                                "OKX eea/demo answered 50105 (HTTP 401).",
                                "Choose the OKX site EEA (my.okx.com), then connect again."),
                        List.of(
                                "OKX 全球站（模拟盘）返回 50119（HTTP 401）。",
                                "OKX 欧洲站（模拟盘）返回 50105（HTTP 401）。",
                                "请选择 OKX 欧洲站（my.okx.com）后重新连接。")),
                fails(
                        "wrong environment and wrong secret key",
                        world -> {
                            world.type(world.alice.createApiKey(world.request()
                                    .environment(SandboxEnvironment.LIVE)
                                    .read()
                                    .trade()));
                            world.secretKey = DoctorsWorld.OTHER_SECRET;
                        },
                        Cause.WRONG_ENVIRONMENT,
                        List.of(
                                "OKX global/demo answered 50101 (HTTP 401).",
                                "Choose live trading, then connect again."),
                        List.of("OKX 全球站（模拟盘）返回 50101（HTTP 401）。", "请切换到实盘后重新连接。")),
                fails(
                        "clock not to be measured and wrong passphrase",
                        world -> {
                            world.machineIsBehind(Duration.ofSeconds(95));
                            world.blockTime();
                            world.passphrase = DoctorsWorld.OTHER_PASSPHRASE;
                        },
                        Cause.CLOCK_SKEW,
                        List.of(
                                "OKX global/demo answered 50102 (HTTP 401).",
                                "Set this machine's clock: switch on time synchronisation (NTP)."),
                        List.of("OKX 全球站（模拟盘）返回 50102（HTTP 401）。", "请校准本机时钟：开启网络时间同步（NTP）。")),
                fails(
                        "wrong passphrase and address not on the list",
                        world -> {
                            world.okx.callerIp("203.0.113.7");
                            world.type(world.alice.createApiKey(
                                    world.request().read().trade().ips("198.51.100.1")));
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
                        "address not on the list and read not allowed",
                        world -> {
                            world.okx.callerIp("203.0.113.7");
                            world.type(world.alice.createApiKey(
                                    world.request().trade().ips("198.51.100.1")));
                        },
                        Cause.IP_NOT_ALLOWED,
                        List.of(
                                "OKX global/demo answered 50110 (HTTP 401).",
                                "Add 203.0.113.7 to the API key's IP list on OKX's API page."),
                        List.of(
                                "OKX 全球站（模拟盘）返回 50110（HTTP 401）。",
                                "请在 OKX 的 API 页面将 203.0.113.7 加入该 API Key 的 IP 白名单。")),
                fails(
                        "maintenance and a key that nobody knows",
                        world -> {
                            world.apiKey = "00000000-0000-4000-8000-000000000000";
                            world.okx.faults().on("GET", "/api/*").always().code("50001");
                            world.builder.enabledSites(world.otherSites());
                        },
                        Cause.MAINTENANCE,
                        List.of(
                                "OKX global/demo answered 50001 (HTTP 503).",
                                "Wait until the maintenance is over, then try again."),
                        List.of("OKX 全球站（模拟盘）返回 50001（HTTP 503）。", "请等待维护结束后重试。")),
                fails(
                        "edge network blocks and wrong passphrase",
                        world -> {
                            world.passphrase = DoctorsWorld.OTHER_PASSPHRASE;
                            world.okx.faults().on("GET", "/api/*").always().html(403);
                        },
                        Cause.EDGE_BLOCKED,
                        List.of(
                                "127.0.0.1 answered HTTP 403 with something that is not OKX's answer.",
                                "Try from another network or server: 127.0.0.1 must be reachable without a block page or a login page."),
                        List.of("127.0.0.1 返回 HTTP 403，但内容不是 OKX 的回复。", "请换一个网络或服务器重试：访问 127.0.0.1 时不能出现拦截页或登录页。")),
                fails(
                        "swapped, and of another site",
                        world -> {
                            world.type(world.erik.createApiKey(
                                    world.request().read().trade()));
                            String key = world.apiKey;
                            world.apiKey = world.secretKey;
                            world.secretKey = key;
                            world.builder.enabledSites(world.otherSites());
                        },
                        Cause.FIELDS_SWAPPED,
                        List.of("OKX global/demo answered 50119 (HTTP 401).", "Swap the two, then connect again."),
                        List.of("OKX 全球站（模拟盘）返回 50119（HTTP 401）。", "请对调这两项后重新连接。")),
                fails(
                        "frozen key that may withdraw",
                        world -> {
                            world.type(world.alice.createApiKey(
                                            world.request().read().trade().withdraw()))
                                    .freeze();
                        },
                        Cause.API_FROZEN,
                        List.of(
                                "OKX global/demo answered 50100 (HTTP 400).",
                                "Ask OKX support why, then connect with a new API key."),
                        List.of("OKX 全球站（模拟盘）返回 50100（HTTP 400）。", "请向 OKX 客服了解原因，然后换用新的 API Key 连接。")),
                fails(
                        "clock that is corrected for, and wrong passphrase",
                        world -> {
                            world.machineIsBehind(Duration.ofSeconds(95));
                            world.passphrase = DoctorsWorld.OTHER_PASSPHRASE;
                        },
                        Cause.WRONG_PASSPHRASE,
                        List.of(
                                "OKX global/demo answered 50105 (HTTP 401).",
                                "This machine's clock is 95 s behind OKX's.",
                                "Enter the passphrase that was chosen when the API key was made, not the OKX login password; if it is lost, make a new API key."),
                        List.of(
                                "OKX 全球站（模拟盘）返回 50105（HTTP 401）。",
                                "本机时钟比 OKX 慢 95 秒。",
                                "请填写创建 API Key 时设置的 Passphrase，而不是 OKX 登录密码；如果已遗忘，请新建 API Key。")),
                fails(
                        "key may withdraw and not trade",
                        world -> {
                            world.type(world.alice.createApiKey(
                                    world.request().read().withdraw()));
                        },
                        Cause.WITHDRAW_ENABLED,
                        List.of(
                                "OKX lists Withdraw among the key's permissions.",
                                "Switch off Withdraw for the API key on OKX's API page, then connect again."),
                        List.of("OKX 显示该 API Key 拥有“提现”权限。", "请在 OKX 的 API 页面关闭该 API Key 的“提现”权限，然后重新连接。")));
    }
}
