// Facts of several rows: transfer elements, people met, agreements, documents worked on.
import { useState } from "react";
import { costOrders, factLimits } from "~/domain/documents/document-facts";
import { cellsOf, factsPrefix, rowLimits, type CellForm, type RowFact } from "~/domain/documents/fact-fields";
import type { FactChoices } from "~/domain/documents/named-in-facts.server";
import type { FieldWrong } from "~/domain/refusal";
import { useT } from "~/i18n/use-t";
import { newId } from "~/platform/id";
import { TickBox } from "~/ui/choices";
import { Field } from "~/ui/field";
import { rowsIn } from "~/ui/form-rows";
import { RowFields } from "~/ui/row-fields";
import { Select } from "~/ui/select";
import { TextArea } from "~/ui/text-area";
import { useWrongWords } from "~/ui/use-wrong-words";
import { cellLabel } from "./fact-wrongs";
import { LinkedDocument } from "./linked-document";

interface FactRowsProps {
  name: RowFact | "linked";
  fields: Record<string, string>;
  choices: FactChoices;
  errors: Record<string, FieldWrong>;
  asked?: string | null;
  onChanged: () => void;
}

export function FactRows({ name: fact, fields, choices, errors, asked, onChanged }: FactRowsProps) {
  const t = useT("facts");
  const wrong = useWrongWords();
  const list = `${factsPrefix}${fact}`;
  return (
    <div className="min-w-0 sm:col-span-2">
      <RowFields
        legend={t(`field.${fact}`)}
        hint={fact === "linked" ? undefined : t(`hint.${fact}`)}
        error={wrong(errors[list])}
        name={list}
        rows={rowsIn(fields, list)}
        limit={rowLimits[fact]}
        addLabel={t(`add.${fact}`)}
        rowLabel={(place) => t(`row.${fact}`, { place })}
        asked={asked}
        onArranged={onChanged}
      >
        {(prefix, values) =>
          fact === "linked" ? (
            <LinkedDocument
              name={prefix}
              chosen={values[""]}
              choices={choices}
              error={wrong(errors[prefix])}
              onChanged={onChanged}
            />
          ) : (
            <div className="grid gap-x-5 gap-y-3 sm:grid-cols-2">
              {fact === "elements" ? <RowId name={`${prefix}.id`} id={values.id} /> : null}
              {cellsOf[fact].map((cell) => (
                <Cell
                  key={cell.name}
                  as={cell.as}
                  name={`${prefix}.${cell.name}`}
                  label={cellLabel(t, fact, cell.name)}
                  value={values[cell.name]}
                  error={wrong(errors[`${prefix}.${cell.name}`])}
                />
              ))}
            </div>
          )
        }
      </RowFields>
    </div>
  );
}

interface CellProps {
  as: CellForm;
  name: string;
  label: string;
  value?: string;
  error?: string;
}

function Cell({ as, name, label, value, error }: CellProps) {
  const t = useT("facts");
  const about = { id: name, name, label, error, defaultValue: value };
  switch (as) {
    case "line":
      return <Field {...about} limit={factLimits.line} />;
    case "lines":
      return <TextArea {...about} limit={factLimits.lines} rows={1} />;
    case "day":
      return <Field {...about} type="date" className="max-w-48" />;
    case "tick":
      return (
        // Beside what it is about: the consent below the name, the degree next to the element.
        <div className="self-end sm:col-start-2">
          <TickBox name={name} label={label} isTicked={value !== undefined && value !== ""} />
        </div>
      );
    case "cost":
      return (
        <Select
          {...about}
          options={[
            { value: "", label: t("cost.unknown") },
            ...costOrders.map((order) => ({ value: order, label: t(`cost.${order}`) })),
          ]}
        />
      );
  }
}

/** An element keeps its id through all saves; a new one has it before it is saved for the first time. */
function RowId({ name, id }: { name: string; id?: string }) {
  const [own] = useState(() => id ?? newId());
  return <input type="hidden" name={name} value={own} />;
}
