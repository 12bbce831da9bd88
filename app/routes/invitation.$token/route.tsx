// Accepting an invitation by its link: with a new account, or with the one that its address has.
import { redirect } from "@remix-run/node";
import { isRouteErrorResponse, useActionData, useLoaderData, useRouteError } from "@remix-run/react";
import { z } from "zod";
import { acceptAs, acceptAsNew, readOffer } from "~/domain/networks/accept-invitation.server";
import { hasPutAway } from "~/domain/networks/put-away.server";
import { AcceptAsNew } from "~/domain/networks/invitation-orders";
import { notFound } from "~/domain/refusal";
import { on } from "~/http/form.server";
import { publicAction, publicLoader } from "~/http/guard.server";
import { pageTitle } from "~/http/page-title.server";
import { translate } from "~/i18n/translate.server";
import { useT } from "~/i18n/use-t";
import { FactsLine } from "~/ui/facts-line";
import { LinkButton } from "~/ui/link-button";
import { SignInLayout } from "~/ui/sign-in-layout";
import { SignInFoot } from "~/ui/sign-in-page";
import { titled } from "~/ui/titled";
import { useFormat } from "~/ui/use-reader";
import { AcceptForm } from "./accept-form";
import { NewAccountForm } from "./new-account-form";
import { OtherAccount } from "./other-account";

export const meta = titled;

export const loader = publicLoader(async ({ door, param }) => {
  const offer = await readOffer(door.caller, door.session, param("token"));
  const t = translate(door.language);
  return {
    title: pageTitle(door.language, t("invitations:accept.title", { network: offer.network })),
    offer,
    token: param("token"),
  };
});

const welcome = (slug: string) => `/networks/${slug}/welcome`;

export const action = publicAction(({ door, param }) => ({
  begin: on(AcceptAsNew, async (order) => {
    const { slug, setCookies } = await acceptAsNew(door.caller, param("token"), order);
    const headers = new Headers(setCookies.map((cookie): [string, string] => ["Set-Cookie", cookie]));
    const isIn = setCookies.length > 0;
    return redirect(isIn ? welcome(slug) : `/sign-in?to=${encodeURIComponent(welcome(slug))}`, { headers });
  }),
  join: on(z.object({}), async () => {
    if (!door.session) throw notFound();
    const { slug } = await acceptAs(door.caller, door.session, param("token"));
    // Whoever went on from the first steps with an earlier role goes straight in.
    const isAtHome = await hasPutAway(door.session.person.id, { slug }, "welcome");
    return redirect(isAtHome ? `/networks/${slug}` : welcome(slug));
  }),
}));

export default function Invitation() {
  const t = useT("invitations", "frame");
  const format = useFormat();
  const { offer, token } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { standing, isOwn, network, isLed, open } = offer;
  if (standing !== "open" || !open) {
    const ended = standing === "open" ? "over" : standing;
    const dead = ended === "accepted" && isOwn ? "own" : ended;
    const isTaken = dead === "own" || dead === "accepted";
    const text = isLed || isTaken ? (`dead.${dead}.text` as const) : (`dead.${dead}.textUnled` as const);
    return (
      <SignInLayout title={t(`dead.${dead}.title`)} lead={t(text, { network })} foot={<SignInFoot />}>
        <LinkButton to="/">{t("accept.home")}</LinkButton>
      </SignInLayout>
    );
  }
  const { role, cities, until, viewer, expiresAt } = open;
  const word = t(`frame:role.${role}`);
  const offered = cities.length > 0 ? t("frame:roleOfCity", { role: word, city: format.list(cities) }) : word;
  return (
    <SignInLayout
      title={t("accept.title", { network })}
      lead={t("accept.lead", { name: open.inviter })}
      foot={<SignInFoot />}
    >
      <FactsLine
        className="mb-6"
        facts={[
          { key: "role", name: t("accept.role"), value: <strong>{offered}</strong> },
          until ? { key: "until", value: t("accept.until", { date: format.day(until) }) } : null,
          { key: "expires", value: t("accept.expires", { date: format.date(expiresAt) }) },
        ]}
      />
      {viewer === "nobody" ? (
        <NewAccountForm offer={open} token={token} language={offer.language} answer={answer} />
      ) : null}
      {viewer === "invited" ? <AcceptForm answer={answer} /> : null}
      {viewer === "other" ? <OtherAccount invited={open.email} token={token} answer={answer} /> : null}
    </SignInLayout>
  );
}

/** Whoever holds a link that opens nothing, as one that was replaced, is told what to do; whether it ever opened anything is not. */
export function ErrorBoundary() {
  const t = useT("invitations");
  const error = useRouteError();
  if (!isRouteErrorResponse(error) || error.status !== 404) throw error;
  return (
    <SignInLayout title={t("dead.unknown.title")} lead={t("dead.unknown.text")} foot={<SignInFoot />}>
      <LinkButton to="/">{t("accept.home")}</LinkButton>
    </SignInLayout>
  );
}
