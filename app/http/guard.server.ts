// Wraps loaders and actions, so that none of them runs before it is known who calls and whether they belong here.
import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import type { SignedIn } from "~/domain/accounts/sessions.server";
import type { Member } from "~/domain/access/member";
import { notFound, refusalIn } from "~/domain/refusal";
import { translate } from "~/i18n/translate.server";
import type { Door } from "./door.server";
import { membershipOverInWords } from "./membership-over.server";
import { answerForm, type Intents } from "./form.server";

interface Asked {
  request: Request;
  url: URL;
  door: Door;
  /** A part of the address that the route names; refuses where it is missing. */
  param(name: string): string;
}

export interface AskedByPerson extends Asked {
  own: SignedIn;
}

export interface AskedByMember extends AskedByPerson {
  member: Member;
}

type Handler<Input, Value> = (asked: Input) => Promise<Value>;

/** A loader for everybody. */
export function publicLoader<Value>(handler: Handler<Asked, Value>) {
  return (args: LoaderFunctionArgs): Promise<Value> => answered(() => handler(askedIn(args)));
}

/** A loader for whoever is signed in; anybody else gets what does not exist. */
export function personLoader<Value>(handler: Handler<AskedByPerson, Value>) {
  return (args: LoaderFunctionArgs): Promise<Value> => answered(() => handler(byPerson(args)));
}

/** A loader for members of the network in the address; strangers and former members get what does not exist. */
export function memberLoader<Value>(handler: Handler<AskedByMember, Value>) {
  return (args: LoaderFunctionArgs): Promise<Value> => answered(async () => handler(await byMember(args)));
}

/** A file for members of the network in the address: there is no page around it, so a refusal is a line of text. */
export function memberFile(handler: Handler<AskedByMember, Response>) {
  return (args: LoaderFunctionArgs): Promise<Response> =>
    answeredInText(args, async () => handler(await byMember(args)));
}

/** A file for whoever is signed in; refusals as with `memberFile`. */
export function personFile(handler: Handler<AskedByPerson, Response>) {
  return (args: LoaderFunctionArgs): Promise<Response> =>
    answeredInText(args, async () => handler(byPerson(args)));
}

/** An action for everybody: one entry for each intent of the page's buttons. */
export function publicAction(intents: (asked: Asked) => Intents) {
  return (args: ActionFunctionArgs) => answered(() => answerSent(args, () => intents(askedIn(args))));
}

/** An action for whoever is signed in. That is known before the body is read, and judged again when it is there. */
export function personAction(intents: (asked: AskedByPerson) => Intents) {
  return (args: ActionFunctionArgs) =>
    answered(() => {
      byPerson(args);
      return answerSent(args, () => intents(byPerson(args)));
    });
}

/** An action for members of the network in the address. That is known before the body is read, and judged again when it is there. */
export function memberAction(intents: (asked: AskedByMember) => Intents) {
  return (args: ActionFunctionArgs) =>
    answered(async () => {
      await byMember(args);
      return answerSent(args, async () => intents(await byMember(args)));
    });
}

/** What a refusal is in HTTP. */
export const statusOfRefusal = { "not-found": 404, forbidden: 403, invalid: 422, conflict: 409 } as const;

/** Translates a refusal that nobody met on the way into the answer of the door. */
async function answered<Value>(run: () => Promise<Value>): Promise<Value> {
  try {
    return await run();
  } catch (thrown) {
    const refusal = refusalIn(thrown);
    if (!refusal) throw thrown;
    throw data({ refusal: refusal.kind }, { status: statusOfRefusal[refusal.kind], headers: keptNowhere });
  }
}

/** For addresses without a page around them; what a page is answered says it anyway (entry.server.tsx). */
const keptNowhere = { "Cache-Control": "private, no-store" };

async function answeredInText(
  { context }: LoaderFunctionArgs,
  run: () => Promise<Response>,
): Promise<Response> {
  try {
    return await run();
  } catch (thrown) {
    const refusal = refusalIn(thrown);
    if (!refusal) throw thrown;
    const t = translate(context.language);
    const words = refusal.kind === "forbidden" ? t("errors:page.forbidden.title") : t("errors:notFound");
    const headers = { "Content-Type": "text/plain; charset=utf-8", ...keptNowhere };
    return new Response(`${words}\n`, { status: statusOfRefusal[refusal.kind], headers });
  }
}

/** A body may come in so slowly that a role, or the session, ends meanwhile: who sends it is judged when all of it is there. */
function answerSent({ request, context }: ActionFunctionArgs, intents: () => Intents | Promise<Intents>) {
  return answerForm(request, async () => {
    await context.judgeAfresh();
    return intents();
  });
}

function askedIn({ request, params, context }: LoaderFunctionArgs | ActionFunctionArgs): Asked {
  return {
    request,
    url: new URL(request.url),
    door: context,
    param: (name) => {
      const value = params[name];
      if (value === undefined) throw notFound();
      return value;
    },
  };
}

function byPerson(args: LoaderFunctionArgs | ActionFunctionArgs): AskedByPerson {
  const asked = askedIn(args);
  if (!asked.door.session) throw notFound();
  return { ...asked, own: asked.door.session };
}

async function byMember(args: LoaderFunctionArgs | ActionFunctionArgs): Promise<AskedByMember> {
  const asked = byPerson(args);
  const { person } = asked.own;
  const network = asked.param("network");
  const member = await asked.door.member(network).catch(async (thrown: unknown) => {
    // The same 404 as for a stranger; only that it tells a former member, in words, what they know: that they were one.
    const over = refusalIn(thrown) && (await membershipOverInWords(person, network, asked.door.language));
    if (over) throw data({ refusal: "not-found", over }, { status: 404, headers: keptNowhere });
    throw thrown;
  });
  return { ...asked, member };
}

/** A path inside Torg to go to, taken from what somebody else may have written; "/" for anything else. */
export function safePath(path: string | null | undefined): string {
  if (!path || !/^\/[^/\\]/.test(path)) return "/";
  const url = new URL(path, "http://torg.invalid");
  // "/.//elsewhere" stays here as an address, but its path alone would lead away.
  const isInside = url.host === "torg.invalid" && !url.pathname.startsWith("//");
  return isInside ? `${url.pathname}${url.search}${url.hash}` : "/";
}
