// Where a network has nobody yet: the administrator invites whoever leads it, and that is all they do in it.
import { useFetcher } from "@remix-run/react";
import type { MadeInvitation } from "~/domain/networks/invitations.server";
import type { FieldWrong } from "~/domain/refusal";
import { useT } from "~/i18n/use-t";
import { Button } from "./button";
import { Field } from "./field";
import { Icon } from "./icon";
import { LanguageSelect } from "./language-select";
import { MadeInvitationNotice } from "./made-invitation";
import { useReader } from "./use-reader";
import { useWrongWords } from "./use-wrong-words";

/** What its form is answered. */
interface Answered {
  done?: unknown;
  errors?: Record<string, FieldWrong>;
  values?: Record<string, string>;
}

interface InviteLeadProps {
  networkId: string;
  /** What the page's last form was answered where no script runs, whichever network it was about. */
  posted?: Answered;
  /** It is what comes next: its form stands open. */
  isNext?: boolean;
}

export function InviteLead({ networkId, posted, isNext = false }: InviteLeadProps) {
  const t = useT("administration", "invitations");
  const wrong = useWrongWords();
  const { language } = useReader();
  const fetcher = useFetcher<Answered>();
  const answer = fetcher.data ?? (posted?.values?.networkId === networkId ? posted : undefined);
  const { errors, values } = answer ?? {};
  const made = answer?.done as MadeInvitation | undefined;
  return (
    <details className="fold mt-1" open={isNext || answer !== undefined || undefined}>
      <summary className="text-small">
        <Icon name="chevron-right" size={16} />
        {t("networks.inviteLead")}
      </summary>
      {made ? <MadeInvitationNotice made={made} /> : null}
      <fetcher.Form method="post" action="/administration?index" className="mt-3 grid max-w-sm gap-4">
        <input type="hidden" name="networkId" value={networkId} />
        <Field
          id={`email-${networkId}`}
          name="email"
          type="email"
          autoComplete="off"
          label={t("invitations:new.email")}
          error={wrong(errors?.email ?? errors?.form)}
          defaultValue={values?.email}
          required
        />
        <LanguageSelect
          id={`language-${networkId}`}
          label={t("invitations:new.language")}
          defaultValue={values?.language ?? language}
        />
        <div>
          <Button name="intent" value="invite-lead" isBusy={fetcher.state !== "idle"}>
            {t("invitations:new.button")}
          </Button>
        </div>
      </fetcher.Form>
    </details>
  );
}
