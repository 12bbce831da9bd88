// Inviting many from a list: first row by row what will happen, then, on a second word, all that can be sent.
import { useLoaderData } from "@remix-run/react";
import { useAnswer } from "~/ui/use-answer";
import { z } from "zod";
import { bulkLimits, type BulkOutcome } from "~/domain/networks/bulk-invitation";
import { previewInvitations, sendInvitations } from "~/domain/networks/bulk-invitations.server";
import { invitationChoices } from "~/domain/networks/invitation-choices.server";
import { csvRows, csvText } from "~/exchange/csv.server";
import { on } from "~/http/form.server";
import { memberAction, memberLoader } from "~/http/guard.server";
import { pageTitle } from "~/http/page-title.server";
import { translate } from "~/i18n/translate.server";
import { useT } from "~/i18n/use-t";
import { PageErrorBoundary } from "~/ui/page-error-boundary";
import { PageHeader } from "~/ui/page-header";
import type { ScreenHandle } from "~/ui/screen-handle";
import { titled } from "~/ui/titled";
import { ListForm } from "./list-form";
import { Outcomes } from "./outcomes";

export const handle: ScreenHandle = {
  crumbs: (data: { name: string; list: string }, _, network) => [
    { label: data.list, to: `${network}/invitations` },
    { label: data.name },
  ],
};

export const meta = titled;

export const loader = memberLoader(async ({ member }) => {
  const t = translate(member.language);
  const name = t("invitations:bulk.title");
  // Whoever may choose nothing is refused here.
  await invitationChoices(member);
  return {
    title: pageTitle(member.language, name, member.network.name),
    name,
    list: t("invitations:list.title"),
  };
});

interface Done {
  step: "preview" | "sent";
  text: string;
  outcomes: BulkOutcome[];
}

const List = z.object({ csv: z.string().default("") });

export const action = memberAction(({ member }) => ({
  preview: on(List, async ({ csv }, form): Promise<Done> => {
    const file = form.get("file");
    const isFile = file instanceof File && file.size > 0;
    const text = isFile ? csvText(new Uint8Array(await file.arrayBuffer()), bulkLimits.bytes) : csv;
    const outcomes = await previewInvitations(member, csvRows(text, bulkLimits));
    return { step: "preview", text, outcomes };
  }),
  send: on(List, async ({ csv: text }): Promise<Done> => {
    const outcomes = await sendInvitations(member, csvRows(text, bulkLimits));
    return { step: "sent", text: "", outcomes };
  }),
}));

export default function BulkInvitations() {
  const t = useT("invitations");
  useLoaderData<typeof loader>();
  const answer = useAnswer<typeof action>();
  const done = answer?.done as Done | undefined;
  return (
    <div className="page">
      <PageHeader title={t("bulk.title")} lead={t("bulk.lead")} />
      {done ? <Outcomes {...done} /> : null}
      {done?.step === "sent" ? null : (
        <ListForm key={done?.text ?? "first"} answer={answer} text={done?.text ?? answer?.values?.csv} />
      )}
    </div>
  );
}

export { PageErrorBoundary as ErrorBoundary };
