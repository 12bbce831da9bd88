// Giving a role to somebody who has an account: a person of the network, or another by the exact address.
import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { GiveRole } from "~/domain/networks/membership-orders";
import { giveRole } from "~/domain/networks/memberships.server";
import { readGivingChoices, readPersonInNetwork } from "~/domain/networks/roster.server";
import { on } from "~/http/form.server";
import { memberAction, memberLoader } from "~/http/guard.server";
import { pageTitle } from "~/http/page-title.server";
import { translate } from "~/i18n/translate.server";
import { useT } from "~/i18n/use-t";
import { PageErrorBoundary } from "~/ui/page-error-boundary";
import { PageHeader } from "~/ui/page-header";
import type { ScreenHandle } from "~/ui/screen-handle";
import { titled } from "~/ui/titled";
import { useAnswer } from "~/ui/use-answer";
import { cityFieldStart } from "~/ui/city-field";
import { GiveForm } from "./give-form";

export const handle: ScreenHandle = {
  crumbs: ({ words }: { words: string }, t, network) => [
    { label: t("rail.people"), to: `${network}/people` },
    { label: words },
  ],
};

export const meta = titled;

export const loader = memberLoader(async ({ member, url }) => {
  const words = translate(member.language)("members:give.title");
  const personId = url.searchParams.get("person");
  const choices = await readGivingChoices(member);
  const person = personId ? await readPersonInNetwork(member, personId) : null;
  return {
    title: pageTitle(member.language, words, member.network.name),
    words,
    choices,
    person: person && { id: person.id, name: person.name },
    wanted: { role: url.searchParams.get("role"), city: url.searchParams.get("city") },
  };
});

export const action = memberAction(({ member }) => ({
  give: on(GiveRole.omit({ partnershipIds: true }), async (order, form) => {
    const partnershipIds = [...form.keys()].flatMap((name) =>
      name.startsWith(cityFieldStart) ? [name.slice(cityFieldStart.length)] : [],
    );
    const { personId } = await giveRole(member, { ...order, partnershipIds });
    return redirect(`/networks/${member.network.slug}/people/${personId}?done=given`);
  }),
}));

export default function NewRole() {
  const t = useT("members");
  const { person, ...given } = useLoaderData<typeof loader>();
  const answer = useAnswer<typeof action>();
  return (
    <div className="page page-narrow">
      <PageHeader
        title={t("give.title")}
        lead={person ? t("give.leadPerson", { name: person.name }) : t("give.lead")}
      />
      <GiveForm {...given} personId={person?.id} answer={answer} />
    </div>
  );
}

export { PageErrorBoundary as ErrorBoundary };
