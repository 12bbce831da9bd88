// How one hears of each kind of notices by mail.
import { Form, useNavigation } from "@remix-run/react";
import type { WayView } from "~/domain/notifications/ways.server";
import type { FormAnswer } from "~/http/form";
import { useT } from "~/i18n/use-t";
import { Button } from "~/ui/button";
import { Notice } from "~/ui/notice";
import { Select } from "~/ui/select";

export function NoticesSection({ ways, answer }: { ways: WayView[]; answer?: FormAnswer }) {
  const t = useT("notices");
  const isBusy = useNavigation().formData?.get("intent") === "notices";
  const isSaved = answer?.intent === "notices" && Boolean(answer.done);
  return (
    <section id="notices" aria-labelledby="notices-title" className="border-t border-line pt-8">
      <h2 id="notices-title" className="text-section">
        {t("ways.title")}
      </h2>
      <p className="mt-1 mb-5 text-quiet">{t("ways.lead")}</p>
      {isSaved ? (
        <div className="mb-6">
          <Notice tone="ok" announce="politely">
            {t("ways.saved")}
          </Notice>
        </div>
      ) : null}
      <Form method="post" preventScrollReset className="grid gap-4">
        {ways.map(({ kind, way, ways: choices }) => (
          <Select
            key={`${kind} ${way}`}
            name={`way.${kind}`}
            label={t(`ways.kind.${kind}`)}
            defaultValue={way}
            options={choices.map((value) => ({ value, label: t(`ways.way.${value}`) }))}
          />
        ))}
        <div>
          <Button name="intent" value="notices" isBusy={isBusy}>
            {t("ways.save")}
          </Button>
        </div>
      </Form>
    </section>
  );
}
