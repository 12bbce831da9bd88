// The first door: from a request to who is calling, in which language, with which nonce. What it finds travels as Remix's load context.
import { randomBytes } from "node:crypto";
import type { Request, Response } from "express";
import { signedIn, type Caller, type SignedIn } from "~/domain/accounts/sessions.server";
import { languageOfInvitation } from "~/domain/networks/accept-invitation.server";
import { languageOfUnsubscribe } from "~/domain/notifications/unsubscribe.server";
import type { Member } from "~/domain/access/member";
import { announcedSoFar } from "~/domain/activity/activities.server";
import { memberOf, membershipsOf, type Memberships } from "~/domain/access/members.server";
import { authOptions, sessionDays } from "~/domain/accounts/auth.server";
import { sessionCookieName } from "~/domain/accounts/session-cookie.server";
import { notFound } from "~/domain/refusal";
import { languageOf } from "~/i18n/languages";
import { settings } from "~/platform/settings.server";

export type Door = {
  nonce: string;
  caller: Caller;
  /** Who is signed in, asked of the database once per request. */
  session: SignedIn | null;
  /** The roles that person holds now, asked of the database once per request, by whichever loader comes first. */
  memberships(): Promise<Memberships>;
  /** The member that person is in the network of this address, judged once per request. Refuses as `memberOf` does. */
  member(slug: string): Promise<Member>;
  /** Asks both of the database once more, for what comes after: of a slow caller, what was true at the beginning may be over. */
  judgeAfresh(): Promise<void>;
  /** The language of this answer: the person's, that of whom the link was sent to, or what the browser asks for. */
  language: string;
  /** What was announced before anything of the answer was read: whoever watches later says it, and hears whether they missed something. */
  announced: string;
  /** A number to quote when something fails. */
  requestNumber: string;
};

declare module "@remix-run/server-runtime" {
  // eslint-disable-next-line @typescript-eslint/no-empty-object-type -- Remix's own way to say what the context holds
  interface AppLoadContext extends Door {}
  interface Future {
    v3_singleFetch: true;
  }
}

/** Opens the door to one request. A session in use has its cookie prolonged with the answer. */
export async function openDoor(request: Request, response: Response): Promise<Door> {
  const cookie = request.headers.cookie;
  const announced = announcedSoFar();
  const session = await signedIn(cookie);
  if (session?.isProlonged) prolongCookie(cookie, response);
  const door: Door = {
    ...called(session),
    judgeAfresh: async () => void Object.assign(door, called(await signedIn(cookie))),
    announced,
    nonce: String(response.locals.nonce),
    caller: { address: request.ip ?? "", userAgent: (request.headers["user-agent"] ?? "").slice(0, 300) },
    language: session?.person.language ?? (await strangersLanguage(request)),
    requestNumber: randomBytes(4).toString("hex"),
  };
  return door;
}

function called(session: SignedIn | null): Pick<Door, "session" | "memberships" | "member"> {
  let held: Promise<Memberships> | undefined;
  const memberships = () => (held ??= session ? membershipsOf(session.person.id) : Promise.resolve([]));
  const members = new Map<string, Promise<Member>>();
  return {
    session,
    memberships,
    member: (slug) => {
      if (!session) return Promise.reject(notFound());
      const known = members.get(slug);
      if (known) return known;
      const asked = memberOf(session.person, slug, memberships());
      members.set(slug, asked);
      return asked;
    },
  };
}

async function strangersLanguage(request: Request): Promise<string> {
  return (
    (await languageInLink(request.path)) ?? languageOf(request.headers["accept-language"], settings().hasDemo)
  );
}

/** Of whom a link was sent to by mail, where its address alone says who that is. */
async function languageInLink(path: string): Promise<string | null> {
  const [, kind, token = ""] = /^\/(invitation|unsubscribe)\/([\w.-]{1,100}?)(?:\.data)?$/.exec(path) ?? [];
  if (kind === "invitation") return languageOfInvitation(token);
  return kind === "unsubscribe" ? languageOfUnsubscribe(token) : null;
}

function prolongCookie(cookie: string | undefined, response: Response): void {
  const name = sessionCookieName(authOptions().origin);
  const value = new RegExp(`(?:^|;\\s*)${name}=([^;]+)`).exec(cookie ?? "")?.[1];
  if (!value) return;
  const secure = name.startsWith("__Secure-") ? "; Secure" : "";
  response.append(
    "Set-Cookie",
    `${name}=${value}; Max-Age=${sessionDays * 86_400}; Path=/; HttpOnly; SameSite=Lax${secure}`,
  );
}
