// Why the server does not start: one clear line, an exit code, and nothing damaged.
import { createHash } from "node:crypto";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { openHouse, runHouse } from "../../support/house";
import { freePort } from "../../support/house-behind-proxy";
import { signedInAs, visitor } from "../../support/visitor";

function scratch(): string {
  const folder = mkdtempSync(join(tmpdir(), "torg-start-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** The lines with which a start is refused; fails the test where it is not. */
async function refusal(environment: Record<string, string>): Promise<string[]> {
  const { code, printed } = await runHouse({ PORT: "0", ...environment });
  expect(code).toBe(1);
  return printed.trim().split("\n");
}

/** Every file of a folder with a print of its content and its mode. */
function printOf(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .sort()
    .map((name) => {
      const path = join(folder, name);
      const { mode } = statSync(path);
      const content = statSync(path).isFile()
        ? createHash("sha256").update(readFileSync(path)).digest("hex")
        : "";
      return `${name} ${mode.toString(8)} ${content}`;
    });
}

test("a port that is taken is said so, and whoever has it goes on serving from the same folder", async () => {
  const house = await openHouse();
  onTestFinished(() => house.close());
  const alytus = await signedInAs(house.origin, "alytus");
  const { port } = new URL(house.origin);
  const unmade = join(scratch(), "data");
  const refusals = await Promise.all(
    [house.folder, unmade].map((TORG_DATA) => refusal({ PORT: port, TORG_DATA })),
  );
  for (const lines of refusals)
    expect(lines).toEqual([`Torg cannot start: the port ${port} is taken. Set PORT to another.`]);
  expect(existsSync(unmade), "nothing is begun before the port is ours").toBe(false);
  expect((await alytus.page("/account")).status).toBe(200);
  expect((await alytus.post("/account", { intent: "colours", colours: "dark" })).status).toBe(302);
});

test("a data folder that cannot be written is named", async () => {
  const folder = scratch();
  const file = join(folder, "file");
  writeFileSync(file, "not a folder");
  const before = printOf(folder);
  // Root may write everywhere a file system lets anybody: these let nobody.
  const places = [file, join(file, "data"), "/dev/null/data", "/proc/torg-data"];
  const refusals = await Promise.all(places.map((TORG_DATA) => refusal({ TORG_DATA })));
  for (const [index, place] of places.entries())
    expect(refusals[index]?.join("\n").replace(/\(E[A-Z]+\)/, "(why)")).toBe(
      `Torg cannot start: The data folder ${place} cannot be written (why).`,
    );
  expect(printOf(folder)).toEqual(before);
});

test("all wrong settings are told at once, one line each, by their names", async () => {
  const TORG_DATA = join(scratch(), "data");
  const wrong = {
    PORT: "eighty",
    TORG_ORIGIN: "torg.alytus.example/path",
    TORG_PROXIES: "-1",
    TORG_DEMO: "perhaps",
    SMTP_URL: "https://mail.example",
    LOG_LEVEL: "loud",
  };
  const [head, ...lines] = await refusal({ TORG_DATA, ...wrong });
  expect(head).toBe("Torg cannot start, settings are wrong:");
  expect(lines.map((line) => line.trim().split(" ")[0])).toEqual(Object.keys(wrong));
  expect(existsSync(TORG_DATA)).toBe(false);
});

test("a host that other machines reach needs TORG_ORIGIN", async () => {
  const hosts = ["0.0.0.0", "::", "192.0.2.1", "torg.alytus.example", "127.0.0.1.elsewhere.example"];
  const TORG_DATA = join(scratch(), "data");
  const refusals = await Promise.all(hosts.map((HOST) => refusal({ HOST, TORG_DATA })));
  for (const lines of refusals)
    expect(lines.join(" ")).toMatch(/settings are wrong:\s+TORG_ORIGIN is to be set, such as https:/);
  expect(existsSync(TORG_DATA)).toBe(false);
});

test("a host that is no address of this machine is named", async () => {
  const lines = await refusal({
    HOST: "192.0.2.1",
    TORG_ORIGIN: "https://torg.alytus.example",
    TORG_DATA: scratch(),
  });
  expect(lines).toEqual(["Torg cannot start: HOST 192.0.2.1 is no address of this machine."]);
});

test("on a host that other machines reach, demo data and accounts are off unless asked for", async () => {
  const port = String(await freePort());
  const environment = { HOST: "0.0.0.0", PORT: port, TORG_ORIGIN: "https://torg.alytus.example" };
  const house = await openHouse(environment);
  onTestFinished(() => house.close());
  const there = visitor("https://torg.alytus.example", `http://127.0.0.1:${port}`);
  const demo = { intent: "sign-in", email: "alytus@demo.torg", password: "market-square" };
  expect((await there.post("/sign-in", demo)).status).toBe(422);
  await expect
    .poll(() => house.printed())
    .toMatch(/https:\/\/torg\.alytus\.example\/first-administrator\/\S+/);
});

test("the secret is made at the first start, for the account's eyes alone, another in each folder", async () => {
  const houses = await Promise.all([openHouse(), openHouse()]);
  onTestFinished(async () => void (await Promise.all(houses.map((house) => house.close()))));
  const secrets = houses.map(({ folder }) => readFileSync(join(folder, "secret"), "utf8").trim());
  for (const { folder } of houses)
    expect((statSync(join(folder, "secret")).mode & 0o777).toString(8)).toBe("600");
  for (const secret of secrets) expect(secret).toMatch(/^[0-9a-f]{64}$/);
  expect(new Set(secrets).size).toBe(2);
  const [one, other] = houses;
  if (!one || !other) throw new Error("both are open");
  const alytus = await signedInAs(one.origin, "alytus");
  const elsewhere = visitor(other.origin).page("/account", { cookie: alytus.cookie() });
  expect((await elsewhere).status, "a cookie of one house in the other").toBe(404);
  for (const { printed } of houses) for (const secret of secrets) expect(printed()).not.toContain(secret);
});

test("a secret too short is not used and not replaced", async () => {
  for (const secret of ["", "short\n"]) {
    const TORG_DATA = scratch();
    writeFileSync(join(TORG_DATA, "secret"), secret, { mode: 0o600 });
    const before = printOf(TORG_DATA);
    const lines = await refusal({ TORG_DATA });
    expect(lines).toEqual([
      expect.stringMatching(/^Torg cannot start: The secret .* is too short; restore it from a backup\.$/),
    ]);
    expect(printOf(TORG_DATA)).toEqual(before);
  }
});

test("a folder made by Torg is closed to other accounts", async () => {
  const TORG_DATA = join(scratch(), "below", "data");
  mkdirSync(join(TORG_DATA, ".."));
  const house = await openHouse({ TORG_DATA });
  onTestFinished(() => house.close());
  expect((statSync(TORG_DATA).mode & 0o777).toString(8)).toBe("700");
});
