// The partners for whose city a role is offered, each a box to tick; one choice where the role has one city.
import { useT } from "~/i18n/use-t";
import type { InvitationChoices } from "~/domain/networks/invitation-choices.server";
import { TickBox } from "~/ui/choices";
import { Icon } from "~/ui/icon";

interface PartnerBoxesProps {
  partners: InvitationChoices["partners"];
  /** The role has one city. */
  isOne: boolean;
  hint: string;
  error: string | undefined;
  /** What was typed, by field. */
  values: Record<string, string> | undefined;
}

export function PartnerBoxes({ partners, isOne, hint, error, values }: PartnerBoxesProps) {
  const t = useT("invitations");
  const described = error ? "partners-hint partners-error" : "partners-hint";
  return (
    <fieldset id="partners" tabIndex={-1} aria-describedby={described}>
      <legend className="mb-1 font-semibold">{t("new.partners")}</legend>
      <p id="partners-hint" className="-mt-0.5 mb-1.5 text-small text-quiet">
        {hint}
      </p>
      {error ? (
        <p id="partners-error" className="mb-1.5 flex gap-1.5 text-small font-semibold text-late">
          <Icon name="problem" size={16} className="mt-0.5 shrink-0" />
          {error}
        </p>
      ) : null}
      <div className="grid gap-x-6 sm:grid-cols-2">
        {partners.map(({ id, city, institution }) => (
          <TickBox
            key={id}
            kind={isOne ? "radio" : "checkbox"}
            name={isOne ? "partner" : `partner-${id}`}
            value={isOne ? id : "on"}
            label={city}
            hint={institution}
            isTicked={
              (isOne && partners.length === 1) || values?.[`partner-${id}`] === "on" || values?.partner === id
            }
          />
        ))}
      </div>
    </fieldset>
  );
}
