// One document worked on: found by its title as one types; without a script chosen from a list of those changed last.
import { useParams } from "@remix-run/react";
import { useEffect, useLayoutEffect, useId, useRef, useState, type KeyboardEvent } from "react";
import type { FactChoices } from "~/domain/documents/named-in-facts.server";
import type { Related } from "~/domain/documents/relations.server";
import { useT } from "~/i18n/use-t";
import { Field } from "~/ui/field";
import { Select } from "~/ui/select";
import { OfferedTitles } from "./offered-titles";
import { useTitles } from "./use-titles";

export interface LinkedDocumentProps {
  name: string;
  chosen?: string;
  choices: FactChoices;
  error?: string;
  onChanged: () => void;
}

export function LinkedDocument(props: LinkedDocumentProps) {
  const { name, chosen = "", choices, error } = props;
  const t = useT("facts");
  const [isAwake, setAwake] = useState(false);
  useEffect(() => setAwake(true), []);
  if (isAwake) return <LinkedByTitle {...props} />;
  const isKnown = chosen === "" || choices.documents.some(({ id }) => id === chosen);
  return (
    <Select
      id={name}
      name={name}
      label={t("field.linked")}
      isLabelHidden
      error={error}
      defaultValue={chosen}
      options={[
        { value: "", label: t("none.linked") },
        ...choices.documents.map(({ id, title, language }) => ({ value: id, label: title, lang: language })),
        ...(isKnown ? [] : [{ value: chosen, label: t("notYours") }]),
      ]}
    />
  );
}

/** Up and down choose, Enter takes, Esc leaves; an emptied field is no document, and words that are no title leave the one before. */
function LinkedByTitle({ name, chosen: given = "", choices, error, onChanged }: LinkedDocumentProps) {
  const t = useT("facts", "managing");
  const own = useParams().document;
  const listId = useId();
  const titleOf = (id: string) => choices.documents.find((one) => one.id === id)?.title ?? t("notYours");
  const [chosen, setChosen] = useState({ id: given, title: given === "" ? "" : titleOf(given) });
  const [typed, setTyped] = useState(chosen.title);
  const [words, setWords] = useState<string | null>(null);
  const [active, setActive] = useState(0);
  const titles = useTitles(words).filter(({ id }) => id !== own);
  const isOpen = titles.length > 0;
  const at = Math.min(active, titles.length - 1);

  const before = useRef(given);
  useLayoutEffect(() => {
    if (before.current === chosen.id) return;
    before.current = chosen.id;
    onChanged();
  }, [chosen.id, onChanged]);

  const take = (one: Pick<Related, "id" | "title"> | undefined) => {
    if (!one) return;
    setChosen(one);
    setTyped(one.title);
    setWords(null);
  };
  const leave = () => {
    setTyped(chosen.title);
    setWords(null);
  };
  const press = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined && isOpen) setActive((at + step + titles.length) % titles.length);
    else if (step !== undefined) setWords(typed === chosen.title ? "" : typed);
    else if (event.key === "Enter" && isOpen) take(titles[at]);
    else if (event.key === "Escape" && words !== null) leave();
    // In this field Enter never saves the whole form.
    else if (event.key !== "Enter") return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <>
      <input type="hidden" name={name} value={chosen.id} />
      <Field
        id={name}
        name=""
        label={t("field.linked")}
        isLabelHidden
        error={error}
        placeholder={t("findLinked")}
        value={typed}
        autoComplete="off"
        role="combobox"
        aria-autocomplete="list"
        aria-expanded={isOpen}
        aria-controls={listId}
        aria-activedescendant={isOpen ? `${listId}-${at}` : undefined}
        onChange={(event) => {
          const { value } = event.currentTarget;
          setTyped(value);
          setActive(0);
          if (value.trim() === "") setChosen({ id: "", title: "" });
          setWords(value.trim() === "" ? null : value);
        }}
        onKeyDown={press}
        onBlur={leave}
      />
      <OfferedTitles id={listId} label={t("managing:link.list")} titles={titles} active={at} take={take} />
    </>
  );
}
