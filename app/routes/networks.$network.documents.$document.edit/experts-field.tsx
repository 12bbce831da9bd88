// The experts who visited, ticked by name among those of the network.
import { useT } from "~/i18n/use-t";
import { TickBox } from "~/ui/choices";
import { Icon } from "~/ui/icon";

interface ExpertsFieldProps {
  name: string;
  experts: Array<{ id: string; name: string }>;
  fields: Record<string, string>;
  error?: string;
}

export function ExpertsField({ name, experts, fields, error }: ExpertsFieldProps) {
  const t = useT("facts");
  const chosen = Object.entries(fields).flatMap(([field, id]) =>
    field.startsWith(`${name}.`) && id !== "" ? [id] : [],
  );
  const gone = chosen.filter((id) => !experts.some((expert) => expert.id === id));
  const all = [...experts, ...gone.map((id) => ({ id, name: t("gone") }))];
  return (
    <fieldset id={name} tabIndex={-1} className="min-w-0 sm:col-span-2">
      <legend className="mb-1 font-semibold">{t("field.experts")}</legend>
      {error ? (
        <p className="mb-1.5 flex gap-1.5 text-small font-semibold text-late">
          <Icon name="problem" size={16} className="mt-0.5 shrink-0" />
          {error}
        </p>
      ) : null}
      {all.length === 0 ? <p className="text-quiet">{t("none.experts")}</p> : null}
      <div className="grid gap-x-6 sm:grid-cols-2">
        {all.map((expert, index) => (
          <TickBox
            key={expert.id}
            name={`${name}.${index}`}
            value={expert.id}
            label={expert.name}
            isTicked={chosen.includes(expert.id)}
          />
        ))}
      </div>
    </fieldset>
  );
}
