// Who sees to it in the city.
import { Form, Link, useNavigation } from "@remix-run/react";
import { useT } from "~/i18n/use-t";
import { Button } from "~/ui/button";
import { Select } from "~/ui/select";
import { useWrongWords } from "~/ui/use-wrong-words";
import type { Answered, Loaded } from "./route";

export function Responsible({ loaded, answer, home }: { loaded: Loaded; answer: Answered; home: string }) {
  const t = useT("deliverables");
  const wrong = useWrongWords();
  const isBusy = useNavigation().state !== "idle";
  const { cell, officers, mayGive, mayManage, partner } = loaded;
  return (
    <section className="mb-10">
      <h2 className="text-section">{t("cell.responsible")}</h2>
      {mayGive && officers.length === 0 ? (
        <p className="mt-1">
          {t("cell.noOfficer", { city: partner.city })}{" "}
          {mayManage ? (
            <>
              <Link className="link" to={`${home}/people/new`}>
                {t("cell.giveRole")}
              </Link>
              {" · "}
              <Link className="link" to={`${home}/invitations/new`}>
                {t("cell.inviteOfficer")}
              </Link>
            </>
          ) : null}
        </p>
      ) : mayGive ? (
        <Form method="post" className="mt-2 flex max-w-xl flex-wrap items-end gap-2">
          <Select
            key={cell.responsible?.id ?? ""}
            id="personId"
            name="personId"
            label={t("cell.give")}
            isLabelHidden
            frameClassName="min-w-0 grow"
            error={answer?.intent === "give" ? wrong(answer.errors?.personId) : undefined}
            defaultValue={cell.responsible?.id ?? ""}
            options={[
              { value: "", label: t("cell.nobody") },
              ...officers.map(({ id, name }) => ({ value: id, label: name })),
            ]}
          />
          <Button name="intent" value="give" isBusy={isBusy}>
            {t("cell.giveButton")}
          </Button>
        </Form>
      ) : (
        <p className="mt-1">{cell.responsible?.name ?? t("cell.nobody")}</p>
      )}
    </section>
  );
}
