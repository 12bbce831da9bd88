// Says what was done to a role and, where it was ended, takes that back.
import { Form, Link, useParams } from "@remix-run/react";
import type { RoleEnded } from "~/domain/networks/memberships.server";
import type { PersonRole } from "~/domain/networks/roster.server";
import type { FormAnswer } from "~/http/form";
import { useT } from "~/i18n/use-t";
import { Button } from "~/ui/button";
import { Notice } from "~/ui/notice";
import { useFormat } from "~/ui/use-reader";
import { WrongSummary } from "~/ui/wrong-summary";
import { useRoleWords } from "./use-role-words";

interface RoleDoneProps {
  role: PersonRole | undefined;
  answer?: FormAnswer;
}

export function RoleDone({ role, answer }: RoleDoneProps) {
  const t = useT("members", "frame");
  const format = useFormat();
  const { network } = useParams();
  const wordsOf = useRoleWords();
  if (!answer) return null;
  const ended = answer.intent === "end" ? (answer.done as RoleEnded | undefined) : undefined;
  if (ended?.isTakenBack)
    return (
      <div className="mb-6">
        <Notice tone="ok" announce="politely">
          {t("person.takenBack")}
        </Notice>
      </div>
    );
  if (!answer.done || !role)
    return answer.intent === "again" || !role ? <WrongSummary wrongs={answer.errors} labels={{}} /> : null;
  const { name } = wordsOf(role);
  const end = role.lastDay
    ? t("person.endChanged", { role: name, date: format.day(role.lastDay) })
    : t("person.endOpen", { role: name });
  const words =
    answer.intent === "end"
      ? t("person.ended", { role: name })
      : answer.intent === "again"
        ? t("person.givenAgain", { role: name })
        : end;
  const formerEnd = ended?.lastDay ?? "";
  const left = ended?.invitationsLeft ?? 0;
  return (
    <div className="mb-6">
      <Notice
        tone="ok"
        announce="politely"
        actions={
          answer.intent === "end" && role.state === "past" ? (
            <Form method="post" action={`?role=${role.membershipId}`} preventScrollReset>
              <input type="hidden" name="membershipId" value={role.membershipId} />
              <input type="hidden" name="until" value={formerEnd} />
              <Button size="small" name="intent" value="again">
                {t("frame:do.undo")}
              </Button>
            </Form>
          ) : undefined
        }
      >
        <p>{words}</p>
        {left > 0 ? (
          <p>
            {t("person.invitationsLeft", { count: left })}{" "}
            <Link to={`/networks/${network}/invitations`}>{t("person.invitationsLeftLook")}</Link>
          </p>
        ) : null}
      </Notice>
    </div>
  );
}
