// One invitation: to whom, to what, by whom, how it stands, and what can still be done with it.
import { Form } from "@remix-run/react";
import type { InvitationView } from "~/domain/networks/invitations.server";
import { useT } from "~/i18n/use-t";
import { Button } from "~/ui/button";
import { FactsLine } from "~/ui/facts-line";
import { Row } from "~/ui/row-list";
import { StateMark, type StateTone } from "~/ui/state-mark";
import { useFormat } from "~/ui/use-reader";

const tones: Record<InvitationView["state"], StateTone> = {
  open: "going",
  accepted: "ok",
  expired: "soon",
  revoked: "quiet",
};

interface InvitationRowProps {
  invitation: InvitationView;
  /** The network is open: it can be sent anew and withdrawn. */
  mayInvite: boolean;
}

export function InvitationRow({ invitation, mayInvite }: InvitationRowProps) {
  const t = useT("invitations", "frame");
  const format = useFormat();
  const { id, email, name, role, cities, localGroup, language, until, state, isLeftBehind, sentAt } =
    invitation;
  const word = t(`frame:role.${role}`);
  const canChange = state === "open" || state === "expired";
  return (
    <Row
      title={<span className="break-words">{name || email}</span>}
      below={
        // On a phone the buttons stand under the facts, otherwise beside them.
        <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2.5">
          <div className="grid min-w-0 flex-1 basis-64 gap-1.5">
            <FactsLine
              facts={[
                name ? { key: "email", value: <span className="break-all">{email}</span> } : null,
                {
                  key: "role",
                  value:
                    cities.length > 0
                      ? t("frame:roleOfCity", { role: word, city: format.list(cities) })
                      : word,
                },
                localGroup ? { key: "group", value: localGroup } : null,
                until ? { key: "until", value: t("list.roleUntil", { date: format.day(until) }) } : null,
                { key: "language", value: format.languageName(language) },
              ]}
            />
            <FactsLine
              facts={[
                { key: "state", value: <StateMark tone={tones[state]} word={useStateWords(invitation)} /> },
                isLeftBehind
                  ? {
                      key: "left",
                      value: (
                        <StateMark tone="soon" word={t("state.leftBehind", { name: invitation.invitedBy })} />
                      ),
                    }
                  : null,
                canChange && !sentAt
                  ? { key: "unsent", value: <StateMark tone="soon" word={t("state.unsent")} /> }
                  : null,
                {
                  key: "by",
                  value: t("list.by", {
                    name: invitation.invitedBy,
                    date: format.date(invitation.createdAt),
                  }),
                },
              ]}
            />
          </div>
          {canChange && mayInvite ? (
            <Form method="post" preventScrollReset className="flex shrink-0 flex-wrap gap-2">
              <input type="hidden" name="id" value={id} />
              <Button size="small" name="intent" value="resend" aria-label={t("list.resendNamed", { email })}>
                {t("list.resend")}
              </Button>
              <Button
                size="small"
                weight="grave"
                name="intent"
                value="revoke"
                aria-label={t("list.revokeNamed", { email })}
              >
                {t("list.revoke")}
              </Button>
            </Form>
          ) : null}
        </div>
      }
    />
  );
}

function useStateWords({ state, expiresAt, accepted }: InvitationView): string {
  const t = useT("invitations");
  const format = useFormat();
  if (state === "revoked") return t("state.revoked");
  if (state === "accepted")
    return t("state.accepted", { name: accepted?.by ?? "", date: format.date(accepted?.at ?? expiresAt) });
  return t(`state.${state}`, { date: format.date(expiresAt) });
}
