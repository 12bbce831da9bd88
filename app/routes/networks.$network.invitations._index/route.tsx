// Who is invited to the network: each invitation with its state, to be sent anew or withdrawn.
import { useLoaderData } from "@remix-run/react";
import { useAnswer } from "~/ui/use-answer";
import { OneInvitation } from "~/domain/networks/invitation-orders";
import { mayOfferAny } from "~/domain/networks/invitation";
import {
  listInvitations,
  resendInvitation,
  revokeInvitation,
  type MadeInvitation,
} from "~/domain/networks/invitations.server";
import { on } from "~/http/form.server";
import { memberAction, memberLoader } from "~/http/guard.server";
import { pageTitle } from "~/http/page-title.server";
import { translate } from "~/i18n/translate.server";
import { useT } from "~/i18n/use-t";
import { EmptyState } from "~/ui/empty-state";
import { LinkButton } from "~/ui/link-button";
import { MadeInvitationNotice } from "~/ui/made-invitation";
import { Notice } from "~/ui/notice";
import { PageErrorBoundary } from "~/ui/page-error-boundary";
import { PageHeader } from "~/ui/page-header";
import { RowList } from "~/ui/row-list";
import type { ScreenHandle } from "~/ui/screen-handle";
import { titled } from "~/ui/titled";
import { WrongSummary } from "~/ui/wrong-summary";
import { InvitationRow } from "./invitation-row";

export const handle: ScreenHandle = {
  crumbs: (data: { name: string }, t, network) => [
    { label: t("rail.people"), to: `${network}/people` },
    { label: data.name },
  ],
};

export const meta = titled;

export const loader = memberLoader(async ({ member }) => {
  const name = translate(member.language)("invitations:list.title");
  return {
    title: pageTitle(member.language, name, member.network.name),
    name,
    invitations: await listInvitations(member),
    mayInvite: mayOfferAny(member),
  };
});

export const action = memberAction(({ member }) => ({
  resend: on(OneInvitation, ({ id }) => resendInvitation(member, id)),
  revoke: on(OneInvitation, ({ id }) => revokeInvitation(member, id)),
}));

export default function Invitations() {
  const t = useT("invitations");
  const { invitations, mayInvite } = useLoaderData<typeof loader>();
  const isEmpty = invitations.length === 0;
  const answer = useAnswer<typeof action>();
  const made = answer?.intent === "resend" && answer.done ? (answer.done as MadeInvitation) : null;
  return (
    <div className="page">
      <PageHeader
        title={t("list.title")}
        lead={t("list.lead")}
        facts={
          isEmpty ? null : <p className="text-quiet">{t("list.count", { count: invitations.length })}</p>
        }
        actions={
          mayInvite ? (
            <>
              {isEmpty ? null : (
                <LinkButton weight="main" to="new">
                  {t("list.new")}
                </LinkButton>
              )}
              <LinkButton to="bulk">{t("list.bulk")}</LinkButton>
            </>
          ) : null
        }
      />
      <WrongSummary wrongs={answer?.errors} labels={{}} />
      {answer?.conflict ? (
        <div className="mb-6">
          <Notice announce="at-once">{t("list.meanwhile")}</Notice>
        </div>
      ) : null}
      {made ? <MadeInvitationNotice made={made} isAnew /> : null}
      {answer?.intent === "revoke" && answer.done ? (
        <div className="mb-6">
          <Notice tone="ok" announce="politely">
            {t("list.revoked")}
          </Notice>
        </div>
      ) : null}
      {isEmpty ? (
        <EmptyState
          what={t("list.empty.what")}
          who={t("list.empty.who")}
          next={
            mayInvite ? (
              <LinkButton weight="main" to="new">
                {t("list.empty.next")}
              </LinkButton>
            ) : null
          }
        />
      ) : (
        <RowList label={t("list.title")}>
          {invitations.map((invitation) => (
            <InvitationRow key={invitation.id} invitation={invitation} mayInvite={mayInvite} />
          ))}
        </RowList>
      )}
    </div>
  );
}

export { PageErrorBoundary as ErrorBoundary };
