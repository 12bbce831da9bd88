// The facts of a document beside its text: folded away while one writes, open while there is something to fill in or to mend.
import { useEffect, useState } from "react";
import type { DocumentKind } from "~/domain/documents/document";
import { factFields, factsPrefix, statedIn } from "~/domain/documents/fact-fields";
import type { FactChoices } from "~/domain/documents/named-in-facts.server";
import type { FieldWrong } from "~/domain/refusal";
import { useT } from "~/i18n/use-t";
import { Icon } from "~/ui/icon";
import { FactRows } from "./fact-rows";
import { SingleFact } from "./single-fact";

export interface FactFormProps {
  kind: DocumentKind;
  /** The form's fields, by their names. */
  fields: Record<string, string>;
  choices: FactChoices;
  errors?: Record<string, FieldWrong>;
  /** What is laid out anew where no script runs. */
  asked?: string | null;
  /** The fields were just filled with something else, and are to be seen. */
  isNew: boolean;
  /** The writer has folded them away, or came to a text that is begun; as long as none is stated, they stay so. */
  isFolded: boolean;
  onFold: (isFolded: boolean) => void;
  /** Called once the fields are others than before, without anybody having typed. */
  onChanged: () => void;
}

export function FactForm(props: FactFormProps) {
  const { kind, fields, choices, errors = {}, asked, isNew, isFolded, onFold, onChanged } = props;
  const t = useT("facts");
  const hasErrors = Object.keys(errors).some((name) => name.startsWith(factsPrefix));
  const count = countOf(kind, fields);
  const [isOpen, setOpen] = useState(hasErrors || asked != null || (count === 0 ? !isFolded : isNew));
  // On a phone the text would be far below: there they are folded until somebody wants them.
  useEffect(() => {
    if (hasErrors || asked != null || isNew || window.matchMedia("(width >= 40rem)").matches) return;
    setOpen(false);
    // eslint-disable-next-line react-hooks/exhaustive-deps -- once, as the page opens
  }, []);
  useEffect(() => {
    if (hasErrors) setOpen(true);
  }, [hasErrors, errors]);
  const shared = { fields, choices, errors, onChanged };
  return (
    <details
      className="fold mb-3 border-y border-line py-2"
      open={isOpen}
      onToggle={({ currentTarget: { open } }) => {
        setOpen(open);
        onFold(!open);
      }}
    >
      <summary>
        <Icon name="chevron-right" size={16} />
        {t("title")}
        {count > 0 ? <span className="font-normal text-quiet">{t("stated", { count })}</span> : null}
      </summary>
      <input type="hidden" name="facts.kind" value={kind} />
      <div className="grid items-end gap-5 py-4 sm:grid-cols-2">
        {factFields[kind].map((field) =>
          field.as === "rows" || field.as === "documents" ? (
            <FactRows key={field.name} name={field.name} {...shared} asked={asked} />
          ) : (
            <SingleFact key={field.name} field={field} {...shared} />
          ),
        )}
      </div>
    </details>
  );
}

/** How many facts are stated, each list counting once. */
function countOf(kind: DocumentKind, fields: Record<string, string>): number {
  const stated = [...statedIn(fields).keys()];
  return factFields[kind].filter(({ name }) =>
    stated.some((key) => key === `${factsPrefix}${name}` || key.startsWith(`${factsPrefix}${name}.`)),
  ).length;
}
