// That the environment is read whole or refused whole, in words that say which variable to mend.
import { resolve } from "node:path";
import { expect, test } from "vitest";
import { isLoopback, readSettings, SettingsRefusal } from "~/platform/settings.server";

type Given = Record<string, string | undefined>;

/** The lines with which these settings are refused, or none. */
function wrongs(given: Given): string[] {
  try {
    readSettings(given);
    return [];
  } catch (thrown) {
    if (!(thrown instanceof SettingsRefusal)) throw thrown;
    expect(thrown.kind).toBe("settings");
    expect(thrown.message).toBe(thrown.wrongs.join("\n"));
    return thrown.wrongs;
  }
}

const bare = {
  port: 3000,
  host: "127.0.0.1",
  origin: undefined,
  proxies: 0,
  dataFolder: resolve("data"),
  backupFolder: resolve("data/backups"),
  filesQuota: 2_000_000_000,
  hasDemo: true,
  smtpUrl: undefined,
  logLevel: "info",
};

test("everything may be left out, and an empty variable counts as left out", () => {
  expect(readSettings({})).toEqual(bare);
  const empty = {
    PORT: "",
    HOST: " ",
    TORG_ORIGIN: "",
    TORG_PROXIES: "",
    TORG_DATA: "\t",
    TORG_BACKUPS: "",
    TORG_FILES_QUOTA: "",
    TORG_DEMO: "",
    SMTP_URL: "",
  };
  expect(readSettings({ ...empty, LOG_LEVEL: "" })).toEqual(bare);
  expect(readSettings({ ...process.env, HOST: undefined, PATH: "/bin", PORT: undefined })).toMatchObject({
    port: 3000,
  });
});

test("what is given is taken", () => {
  expect(
    readSettings({
      PORT: "0",
      HOST: "0.0.0.0",
      TORG_ORIGIN: "https://torg.alytus.example",
      TORG_PROXIES: "2",
      TORG_DATA: "/var/lib/torg",
      TORG_BACKUPS: "/srv/backups",
      TORG_FILES_QUOTA: "50000",
      TORG_DEMO: "on",
      SMTP_URL: "smtps://torg:secret@mail.alytus.example:465",
      LOG_LEVEL: "debug",
    }),
  ).toEqual({
    port: 0,
    host: "0.0.0.0",
    origin: "https://torg.alytus.example",
    proxies: 2,
    dataFolder: "/var/lib/torg",
    backupFolder: "/srv/backups",
    filesQuota: 50_000_000_000,
    hasDemo: true,
    smtpUrl: "smtps://torg:secret@mail.alytus.example:465",
    logLevel: "debug",
  });
});

test("all that is wrong is told at once, each by its name", () => {
  const wrong = {
    PORT: "eighty",
    HOST: "0.0.0.0",
    TORG_PROXIES: "11",
    TORG_DEMO: "perhaps",
    SMTP_URL: "mail.example",
    LOG_LEVEL: "loud",
  };
  const names = wrongs(wrong).map((line) => line.split(" ")[0]);
  expect(names.sort()).toEqual(["LOG_LEVEL", "PORT", "SMTP_URL", "TORG_DEMO", "TORG_ORIGIN", "TORG_PROXIES"]);
  for (const line of wrongs(wrong)) expect(line).toMatch(/^[A-Z_]+ is to .+\.$/);
});

test.each([
  ["PORT", ["-1", "65536", "3000.5", "3e3", "0x50", " ", "3000;"]],
  ["TORG_PROXIES", ["-1", "11", "1.5", "true", "all"]],
  ["TORG_DEMO", ["perhaps", "2", "demo"]],
  ["LOG_LEVEL", ["loud", "INFO", "30"]],
  ["SMTP_URL", ["mail.example", "http://mail.example", "smtp", "//mail.example"]],
  [
    "TORG_ORIGIN",
    [
      "torg.alytus.example",
      "https://torg.alytus.example/torg",
      "https://torg.alytus.example/?a",
      "https://torg.alytus.example/#a",
      "https://user@torg.alytus.example",
      "ftp://torg.alytus.example",
      "https://",
      "*",
      "null",
    ],
  ],
])("%s is refused where it is not as it has to be", (name, values) => {
  for (const value of values.filter((text) => text.trim()))
    expect(wrongs({ [name]: value }), value).toEqual([expect.stringMatching(new RegExp(`^${name} is to `))]);
});

test("an origin is taken as browsers write it", () => {
  const origins = {
    "https://torg.alytus.example/": "https://torg.alytus.example",
    "HTTPS://Torg.Alytus.Example": "https://torg.alytus.example",
    "https://torg.alytus.example:443": "https://torg.alytus.example",
    "http://torg.alytus.example:8080": "http://torg.alytus.example:8080",
    "https://torg.botoșani.example": "https://torg.xn--botoani-vxc.example",
  };
  for (const [given, origin] of Object.entries(origins))
    expect(readSettings({ TORG_ORIGIN: given }).origin, given).toBe(new URL(origin).origin);
});

test("an origin may be left out only while the host is this machine alone", () => {
  for (const HOST of ["127.0.0.1", "127.0.0.2", "localhost", "::1", "[::1]"])
    expect(wrongs({ HOST }), HOST).toEqual([]);
  for (const HOST of [
    "0.0.0.0",
    "::",
    "192.0.2.1",
    "2001:db8::1",
    "torg.alytus.example",
    "127.0.0.1.elsewhere.example",
  ]) {
    expect(wrongs({ HOST }), HOST).toEqual([
      expect.stringContaining(`because HOST (${HOST}) can be reached`),
    ]);
    expect(wrongs({ HOST, TORG_ORIGIN: "https://torg.alytus.example" }), HOST).toEqual([]);
  }
  expect(isLoopback("127.0.0.1.elsewhere.example")).toBe(false);
});

test("an IPv6 host may be written as in an address", () => {
  expect(readSettings({ HOST: "[::1]" }).host).toBe("::1");
});

test("demo data are on by default only where this machine alone reaches it, by its host and through a proxy", () => {
  const reached = { HOST: "0.0.0.0", TORG_ORIGIN: "https://torg.alytus.example" };
  expect(readSettings(reached).hasDemo).toBe(false);
  expect(readSettings({ TORG_ORIGIN: "https://torg.alytus.example" }).hasDemo).toBe(false);
  expect(readSettings({ TORG_ORIGIN: "http://localhost:8080" }).hasDemo).toBe(true);
  for (const TORG_DEMO of ["on", "1", "true", "YES"])
    expect(readSettings({ ...reached, TORG_DEMO }).hasDemo).toBe(true);
  for (const TORG_DEMO of ["off", "0", "false", "No"])
    expect(readSettings({ TORG_DEMO }).hasDemo).toBe(false);
});
