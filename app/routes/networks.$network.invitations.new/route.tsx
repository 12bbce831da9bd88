// Inviting one person: to whom, to which role, for which city, in which language.
import { useLoaderData, useSearchParams } from "@remix-run/react";
import { useAnswer } from "~/ui/use-answer";
import { invitationChoices } from "~/domain/networks/invitation-choices.server";
import { InviteMember } from "~/domain/networks/invitation-orders";
import { invite, type MadeInvitation } from "~/domain/networks/invitations.server";
import { on } from "~/http/form.server";
import { memberAction, memberLoader } from "~/http/guard.server";
import { pageTitle } from "~/http/page-title.server";
import { translate } from "~/i18n/translate.server";
import { useT } from "~/i18n/use-t";
import { cityFieldStart } from "~/ui/city-field";
import { MadeInvitationNotice } from "~/ui/made-invitation";
import { PageErrorBoundary } from "~/ui/page-error-boundary";
import { PageHeader } from "~/ui/page-header";
import type { ScreenHandle } from "~/ui/screen-handle";
import { titled } from "~/ui/titled";
import { InvitationForm } from "./invitation-form";

export const handle: ScreenHandle = {
  crumbs: (data: { name: string; list: string }, _, network) => [
    { label: data.list, to: `${network}/invitations` },
    { label: data.name },
  ],
};

export const meta = titled;

export const loader = memberLoader(async ({ member }) => {
  const t = translate(member.language);
  const name = t("invitations:new.title");
  return {
    title: pageTitle(member.language, name, member.network.name),
    name,
    list: t("invitations:list.title"),
    choices: await invitationChoices(member),
  };
});

export const action = memberAction(({ member }) => ({
  invite: on(InviteMember, (order) => invite(member, order)),
}));

/** Where somebody comes from a city's group or from giving a role, what was chosen there is chosen here already. */
export default function NewInvitation() {
  const t = useT("invitations");
  const { choices } = useLoaderData<typeof loader>();
  const answer = useAnswer<typeof action>();
  const [known] = useSearchParams();
  const made = answer?.done ? (answer.done as MadeInvitation) : null;
  const asked = {
    // Who has just been invited is not the next one.
    email: made ? "" : (known.get("email") ?? ""),
    role: known.get("role") ?? "",
    localGroupId: known.get("group") ?? "",
    until: known.get("until") ?? "",
    ...Object.fromEntries(partnersIn(known).map((id) => [`partner-${id}`, "on"])),
  };
  return (
    <div className="page page-narrow">
      <PageHeader title={t("new.title")} />
      {made ? <MadeInvitationNotice made={made} /> : null}
      {/* After an invitation the form is empty again, for the next one. */}
      <InvitationForm
        key={made?.id ?? "first"}
        choices={choices}
        errors={answer?.errors}
        values={made ? asked : (answer?.values ?? asked)}
      />
    </div>
  );
}

/** Partners by the names that the links of groups and the form of roles give them. */
function partnersIn(known: URLSearchParams): string[] {
  const ticked = [...known.keys()].filter((name) => name.startsWith(cityFieldStart));
  return [...known.getAll("partner"), ...ticked.map((name) => name.slice(cityFieldStart.length))];
}

export { PageErrorBoundary as ErrorBoundary };
