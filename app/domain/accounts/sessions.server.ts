// Signing in and out, and the browsers in which a person is signed in.
import { now } from "~/platform/clock";
import { database } from "~/platform/db.server";
import { tellSessionsEnded } from "../activity/activities.server";
import { invalid, notFound } from "../refusal";
import type { ColourChoice } from "./account";
import type { SignIn } from "./account-orders";
import { auth, authOptions, sessionDays } from "./auth.server";
import { chargeSignIn, forgiveSignIn } from "./limits.server";
import { sessionTokenIn } from "./session-cookie.server";

/** A signed-in browser and whose it is. */
export interface SignedIn {
  sessionId: string;
  person: {
    id: string;
    name: string;
    email: string;
    language: string;
    timeZone: string;
    colours: ColourChoice;
    colour: number;
    hasShortcuts: boolean;
    isAdministrator: boolean;
  };
}

type SessionRow = SignedIn["person"] & {
  sessionId: string;
  expiresAt: Date;
  updatedAt: Date;
  deactivatedAt: Date | null;
};

/** Where a request comes from, as far as it is believed. */
export interface Caller {
  address: string;
  userAgent: string;
}

const dayInMs = 24 * 60 * 60 * 1000;

/**
 * Who is signed in with this Cookie header, or null: a forged or unknown token, an ended or expired session, a deactivated
 * person. A session in use is prolonged once a day; `isProlonged` says that the browser's cookie should be, too.
 */
export async function signedIn(
  cookieHeader: string | null | undefined,
): Promise<(SignedIn & { isProlonged: boolean }) | null> {
  const { origin, secret } = authOptions();
  const token = sessionTokenIn(cookieHeader, origin, secret);
  if (!token) return null;
  // Asked before every answer: one statement in SQL costs a quarter of what Prisma makes of the same question.
  const [session] = await database().read.$queryRaw<SessionRow[]>`
    SELECT s.id AS sessionId, s.expiresAt, s.updatedAt, p.deactivatedAt, p.id, p.name, p.email, p.language, p.timeZone,
      p.colours, p.colour, p.hasShortcuts, p.isAdministrator
    FROM Session s JOIN Person p ON p.id = s.personId WHERE s.token = ${token}`;
  const at = now();
  if (!session || session.expiresAt <= at || session.deactivatedAt) return null;
  const { sessionId, expiresAt: _, updatedAt, deactivatedAt: __, ...person } = session;
  const isProlonged = at.getTime() - updatedAt.getTime() > dayInMs;
  if (isProlonged) {
    const expiresAt = new Date(at.getTime() + sessionDays * dayInMs);
    await database().write((transaction) =>
      transaction.session.updateMany({ where: { token }, data: { expiresAt, updatedAt: at } }),
    );
  }
  return {
    sessionId,
    person,
    isProlonged,
  };
}

/** The session's cookies, and the language in which the person has the screens. */
interface SignedInNow {
  setCookies: string[];
  language: string;
}

/**
 * Signs in; the answer's Set-Cookie headers are for the browser. Refuses a wrong password, an unknown address and a deactivated
 * person with the same words, and too many tries per account and per client address.
 */
export async function signIn(caller: Caller, order: SignIn): Promise<SignedInNow> {
  await chargeSignIn(caller.address, order.email);
  const { api } = await auth();
  const headers = new Headers({ "user-agent": caller.userAgent, "x-forwarded-for": caller.address });
  const answer = await api
    .signInEmail({ body: order, headers, returnHeaders: true })
    .catch((error: unknown) => {
      if (statusOf(error) === 401) throw invalid("form", "wrongCredentials");
      throw error;
    });
  const person = await database().read.person.findUnique({
    where: { id: answer.response.user.id },
    select: { deactivatedAt: true, language: true },
  });
  if (person?.deactivatedAt !== null) {
    await database().write((transaction) =>
      transaction.session.deleteMany({ where: { token: answer.response.token } }),
    );
    throw invalid("form", "wrongCredentials");
  }
  await forgiveSignIn(caller.address, order.email);
  return { setCookies: answer.headers.getSetCookie(), language: person.language };
}

export interface SessionView {
  id: string;
  isThis: boolean;
  userAgent: string;
  createdAt: Date;
  /** To the day: when it was last seen to be in use. */
  lastSeen: Date;
}

/** The person's signed-in browsers, this one first. */
export async function listSessions(own: SignedIn): Promise<SessionView[]> {
  const sessions = await database().read.session.findMany({
    where: { personId: own.person.id, expiresAt: { gt: now() } },
    select: { id: true, userAgent: true, createdAt: true, updatedAt: true },
    orderBy: { updatedAt: "desc" },
  });
  return sessions
    .map(({ id, userAgent, createdAt, updatedAt }) => ({
      id,
      isThis: id === own.sessionId,
      userAgent: userAgent ?? "",
      createdAt,
      lastSeen: updatedAt,
    }))
    .sort((one, other) => Number(other.isThis) - Number(one.isThis));
}

/** Ends one of the person's sessions (signing out is ending this one) and closes its sockets. Refuses `not-found` another's. */
export async function endSession(own: SignedIn, sessionId: string): Promise<void> {
  const personId = own.person.id;
  const { count } = await database().write((transaction) =>
    transaction.session.deleteMany({ where: { id: sessionId, personId } }),
  );
  if (count === 0 && sessionId !== own.sessionId) throw notFound();
  tellSessionsEnded({ personId, sessionId });
}

/** Ends all of the person's sessions but this one, and closes their sockets. */
export async function endOtherSessions(own: SignedIn): Promise<void> {
  const personId = own.person.id;
  await database().write((transaction) =>
    transaction.session.deleteMany({ where: { personId, id: { not: own.sessionId } } }),
  );
  tellSessionsEnded({ personId, exceptSessionId: own.sessionId });
}

/** The HTTP status better-auth gave its refusal, where this is one. */
export function statusOf(error: unknown): number | undefined {
  return typeof error === "object" && error !== null && "statusCode" in error
    ? Number(error.statusCode)
    : undefined;
}
