// better-auth as we use it: for passwords and one-time tokens, called from our own use-cases and never mounted as a route.
import { database } from "~/platform/db.server";
import { newId } from "~/platform/id";
import { log } from "~/platform/log.server";
import { once } from "~/platform/once";
import { passwordLongest, passwordShortest } from "./account";
import { sendResetMail } from "./reset-mail.server";

export interface AuthOptions {
  /** Where people reach Torg; decides the name and the Secure mark of the cookie. */
  origin: string;
  secret: string;
}

/** Days for which a browser stays signed in without being used. */
export const sessionDays = 30;

/** What `auth` is made from; given once by whoever starts the process. */
export function authOptions(): AuthOptions {
  return once<AuthOptions>("auth-options", () => {
    throw new Error("The options of the sign-in are not set yet.");
  });
}

/** The process's better-auth, loaded with the first sign-in: reading a page never needs it. */
export function auth() {
  return once("auth", makeAuth);
}

async function makeAuth() {
  const [{ betterAuth }, { prismaAdapter }] = await Promise.all([
    import("better-auth/minimal"),
    import("better-auth/adapters/prisma"),
  ]);
  const { origin, secret } = authOptions();
  return betterAuth({
    appName: "Torg",
    baseURL: origin,
    secret,
    telemetry: { enabled: false },
    database: prismaAdapter(database().turns, { provider: "sqlite", transaction: false }),
    user: { modelName: "person" },
    session: {
      modelName: "session",
      fields: { userId: "personId" },
      expiresIn: sessionDays * 24 * 60 * 60,
      cookieCache: { enabled: false },
    },
    account: { modelName: "credential", fields: { userId: "personId" } },
    verification: { modelName: "verification", storeIdentifier: "hashed" },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: passwordShortest,
      maxPasswordLength: passwordLongest,
      revokeSessionsOnPasswordReset: true,
      resetPasswordTokenExpiresIn: 60 * 60,
      // better-auth swallows what is thrown here.
      sendResetPassword: ({ user, token }) =>
        sendResetMail(user.id, token).catch((error: unknown) =>
          log().error({ error }, "the mail with a reset link could not be sent"),
        ),
    },
    rateLimit: { enabled: false },
    advanced: {
      cookiePrefix: "torg",
      useSecureCookies: origin.startsWith("https:"),
      database: { generateId: () => newId() },
    },
    logger: {
      level: "warn",
      log: (level, message, ...details: unknown[]) => {
        // What better-auth warns of (a wrong password, an unknown address) is ordinary here and says too much.
        const error = details.find((detail) => detail instanceof Error);
        if (level === "error") log().error({ from: "better-auth", error }, message);
      },
    },
  });
}
