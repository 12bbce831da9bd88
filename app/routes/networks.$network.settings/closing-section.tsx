// Closing a network and opening it again.
import { Form, useNavigation } from "@remix-run/react";
import type { NetworkState } from "~/domain/access/member";
import type { FormAnswer } from "~/http/form";
import { useT } from "~/i18n/use-t";
import { Button } from "~/ui/button";
import { Notice } from "~/ui/notice";
import { useWrongWords } from "~/ui/use-wrong-words";

export function ClosingSection({ state, answer }: { state: NetworkState; answer?: FormAnswer }) {
  const t = useT("setup");
  const wrong = useWrongWords();
  const intent = state === "open" ? "close" : "reopen";
  const isBusy = useNavigation().formData?.get("intent") === intent;
  const own = answer?.intent === intent ? answer : undefined;
  if (state === "archived") return <Notice>{t("closing.archived")}</Notice>;
  return (
    <section
      aria-labelledby="closing-title"
      className={state === "open" ? "border-t border-line pt-8" : undefined}
    >
      <h2 id="closing-title" className="text-section">
        {t(state === "open" ? "closing.title" : "closing.reopenTitle")}
      </h2>
      <p className="mt-1 mb-5 text-quiet">{t(state === "open" ? "closing.lead" : "closing.reopenLead")}</p>
      {own?.errors?.form ? <p className="mb-3 text-late">{wrong(own.errors.form)}</p> : null}
      <Form method="post" preventScrollReset>
        <Button weight={state === "open" ? "grave" : "main"} name="intent" value={intent} isBusy={isBusy}>
          {t(state === "open" ? "closing.button" : "closing.reopen")}
        </Button>
      </Form>
    </section>
  );
}
