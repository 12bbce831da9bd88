// A partner leaves, or another comes in its place.
import { Form, Link, useNavigation, useParams } from "@remix-run/react";
import type { CityChoice } from "~/domain/networks/cities.server";
import type { PartnershipDetail } from "~/domain/networks/partnerships.server";
import type { FormAnswer } from "~/http/form";
import { useT } from "~/i18n/use-t";
import { Button } from "~/ui/button";
import { Field } from "~/ui/field";
import { Notice } from "~/ui/notice";
import { PartnershipRoleField } from "~/ui/partnership-role";
import { PlaceFields, usePlaceLabels } from "~/ui/place-fields";
import { useFormat } from "~/ui/use-reader";
import { useWrongWords } from "~/ui/use-wrong-words";
import { Fold } from "./fold";

interface LeavingFormsProps {
  partnership: PartnershipDetail;
  cities: CityChoice[];
  /** Of the partnership that may come in its place. */
  nextId: string;
  answer?: FormAnswer;
}

export function LeavingForms({ partnership, cities, nextId, answer }: LeavingFormsProps) {
  const t = useT("setup");
  const wrong = useWrongWords();
  const format = useFormat();
  const { network } = useParams();
  const intent = useNavigation().formData?.get("intent");
  const labels = { ...usePlaceLabels(), role: t("partner.role"), from: t("partner.from") };
  const end = answer?.intent === "end" ? answer : undefined;
  const replace = answer?.intent === "replace" ? answer : undefined;
  const stays =
    partnership.leaders.length > 0 ? (
      <Notice>
        {t("partner.leadStays", { names: format.list(partnership.leaders) })}{" "}
        <Link to={`/networks/${network}/people?role=lead-partner`}>{t("partner.leadStaysLook")}</Link>
      </Notice>
    ) : null;
  if (partnership.replacedBy) return null;
  return (
    <>
      <Fold
        id="replace-form"
        title={t("partner.replace")}
        lead={t("partner.replaceLead")}
        answer={replace}
        saved=""
        labels={labels}
      >
        <Form method="post" className="grid gap-5">
          <input type="hidden" name="id" value={nextId} />
          {stays}
          <Field
            id="from"
            name="from"
            type="date"
            label={t("partner.from")}
            error={wrong(replace?.errors?.from)}
            defaultValue={replace?.values?.from}
            required
          />
          <PlaceFields cities={cities} errors={replace?.errors} values={replace?.values} />
          <PartnershipRoleField
            error={wrong(replace?.errors?.role)}
            defaultValue={replace?.values?.role ?? partnership.role}
          />
          <div>
            <Button name="intent" value="replace" isBusy={intent === "replace"}>
              {t("partner.replaceButton")}
            </Button>
          </div>
        </Form>
      </Fold>
      <Fold
        id="end-form"
        title={t("partner.end")}
        lead={t("partner.endLead")}
        answer={end}
        saved={t("partner.ended")}
        labels={{ lastDay: t("partner.lastDay") }}
      >
        <Form method="post" preventScrollReset className="grid gap-5">
          {stays}
          <Field
            id="lastDay"
            name="lastDay"
            type="date"
            label={t("partner.lastDay")}
            error={wrong(end?.errors?.lastDay)}
            defaultValue={end?.values?.lastDay ?? partnership.until ?? undefined}
            required
          />
          <div>
            <Button weight="grave" name="intent" value="end" isBusy={intent === "end"}>
              {t("partner.endButton")}
            </Button>
          </div>
        </Form>
      </Fold>
    </>
  );
}
