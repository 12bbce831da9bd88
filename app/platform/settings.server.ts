// The settings by environment: all optional, one schema, one readable list of what is wrong.
import { isIP } from "node:net";
import { join, resolve } from "node:path";
import { z } from "zod";
import { once } from "./once";

const switchedOn = ["1", "true", "on", "yes"];
const switchedOff = ["0", "false", "off", "no"];

const wholeNumber = (least: number, most: number) =>
  z
    .string()
    .regex(/^\d+$/, `is to be a whole number from ${least} to ${most}`)
    .transform(Number)
    .refine(
      (number) => number >= least && number <= most,
      `is to be a whole number from ${least} to ${most}`,
    );

const levels = ["fatal", "error", "warn", "info", "debug", "trace", "silent"] as const;

const Environment = z.object({
  PORT: wholeNumber(0, 65535).default(3000),
  HOST: z
    .string()
    .transform((host) => host.replace(/^\[|\]$/g, ""))
    .default("127.0.0.1"),
  TORG_ORIGIN: z
    .string()
    .refine(isOrigin, "is to be the address people type, without a path, such as https://torg.alytus.example")
    .transform((text) => new URL(text).origin)
    .optional(),
  TORG_PROXIES: wholeNumber(0, 10).default(0),
  TORG_DATA: z.string().default("./data"),
  TORG_BACKUPS: z.string().optional(),
  TORG_FILES_QUOTA: wholeNumber(0, 1_000_000).default(2_000),
  TORG_DEMO: z
    .string()
    .toLowerCase()
    .refine((text) => [...switchedOn, ...switchedOff].includes(text), "is to be on or off")
    .transform((text) => switchedOn.includes(text))
    .optional(),
  SMTP_URL: z
    .string()
    .refine(
      (text) => URL.canParse(text) && /^smtps?:$/.test(new URL(text).protocol),
      "is to look like smtp://user:password@mail.example:587",
    )
    .optional(),
  LOG_LEVEL: z.enum(levels, `is to be one of ${levels.join(", ")}`).default("info"),
});

export interface Settings {
  port: number;
  host: string;
  /** Where people reach Torg, without a slash at the end; unset only while host is a loopback address. */
  origin: string | undefined;
  /** How many proxies' forwarded client address is believed. */
  proxies: number;
  /** Absolute path; nothing is written elsewhere. */
  dataFolder: string;
  /** Absolute path; where backups are written that are not told where to. */
  backupFolder: string;
  /** Bytes that the attached files of one network may have together. */
  filesQuota: number;
  /** On by default only where nobody else can reach it: neither by HOST nor, through a proxy, by TORG_ORIGIN. */
  hasDemo: boolean;
  smtpUrl: string | undefined;
  logLevel: (typeof levels)[number];
}

/** Everything that is wrong with the environment, a sentence each. */
export class SettingsRefusal extends Error {
  readonly kind = "settings";
  constructor(readonly wrongs: string[]) {
    super(wrongs.join("\n"));
  }
}

/** Reads the settings, or refuses with all that is wrong at once. An empty variable counts as unset. */
export function readSettings(environment: Record<string, string | undefined>): Settings {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value?.trim()));
  const parsed = Environment.safeParse(given);
  const wrongs = (parsed.error?.issues ?? []).map((issue) => `${issue.path.join(".")} ${issue.message}.`);
  const reached = given.HOST ?? "127.0.0.1";
  if (!given.TORG_ORIGIN && !isLoopback(reached)) {
    wrongs.push(
      `TORG_ORIGIN is to be set, such as https://torg.alytus.example, because HOST (${reached}) can be reached from other machines.`,
    );
  }
  if (!parsed.success || wrongs.length > 0) throw new SettingsRefusal(wrongs);
  const { HOST, TORG_ORIGIN, ...rest } = parsed.data;
  return {
    port: rest.PORT,
    host: HOST,
    origin: TORG_ORIGIN,
    proxies: rest.TORG_PROXIES,
    dataFolder: resolve(rest.TORG_DATA),
    backupFolder: resolve(rest.TORG_BACKUPS ?? join(rest.TORG_DATA, "backups")),
    filesQuota: rest.TORG_FILES_QUOTA * 1_000_000,
    hasDemo:
      rest.TORG_DEMO ?? (isLoopback(HOST) && (!TORG_ORIGIN || isLoopback(new URL(TORG_ORIGIN).hostname))),
    smtpUrl: rest.SMTP_URL,
    logLevel: rest.LOG_LEVEL,
  };
}

/** The settings of this process. */
export function settings(): Settings {
  return once("settings", () => readSettings(process.env));
}

/** Whether only this machine can reach the address. */
export function isLoopback(host: string): boolean {
  const bare = host.replace(/^\[|\]$/g, "");
  if (bare === "localhost" || bare === "::1") return true;
  return isIP(bare) === 4 && bare.startsWith("127.");
}

function isOrigin(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, pathname, search, hash, username } = new URL(text);
  return /^https?:$/.test(protocol) && pathname === "/" && !search && !hash && !username;
}
