// What is known of the partner's city; where other networks work with it as well, only that it is not changed from here.
import type { CityFacts } from "~/domain/networks/network";
import type { FormAnswer } from "~/http/form";
import { useT } from "~/i18n/use-t";
import { CityForm, useCityLabels } from "~/ui/city-form";
import { Fold } from "./fold";

interface CitySectionProps {
  facts: CityFacts & { isShared: boolean };
  answer?: FormAnswer;
}

export function CitySection({ facts, answer }: CitySectionProps) {
  const t = useT("setup");
  const labels = useCityLabels(facts);
  const own = answer?.intent === "city" ? answer : undefined;
  return (
    <Fold
      id="city-form"
      title={t("partner.city")}
      lead={facts.isShared ? t("partner.cityShared") : undefined}
      answer={own}
      saved={t("partner.citySaved")}
      labels={labels}
    >
      {facts.isShared ? null : <CityForm facts={facts} errors={own?.errors} values={own?.values} />}
    </Fold>
  );
}
