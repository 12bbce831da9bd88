// Topics as words with commas between them; those that the network uses already are offered, so that one topic keeps one name.
import { useEffect, useRef, useState } from "react";
import { useT } from "~/i18n/use-t";
import { Field } from "~/ui/field";

interface TopicsFieldProps {
  id: string;
  name: string;
  label: string;
  error?: string;
  defaultValue?: string;
  used: readonly string[];
  onChanged: () => void;
}

/** More than this many suggestions help nobody. */
const mostOffered = 12;

export function TopicsField({
  id,
  name,
  label,
  error,
  defaultValue = "",
  used,
  onChanged,
}: TopicsFieldProps) {
  const t = useT("facts");
  const frame = useRef<HTMLDivElement>(null);
  const [words, setWords] = useState(defaultValue);
  const [hasScript, setScript] = useState(false);
  useEffect(() => setScript(true), []);
  const given = topicsIn(words);
  const offered = used.filter((topic) => !given.includes(topic.toLowerCase())).slice(0, mostOffered);
  const add = (topic: string) => {
    const field = frame.current?.querySelector("input");
    if (!field) return;
    field.value = [field.value.trim().replace(/,$/, ""), topic].filter(Boolean).join(", ");
    setWords(field.value);
    field.focus();
    onChanged();
  };
  return (
    <div ref={frame} className="sm:col-span-2">
      <Field
        {...{ id, name, label, error, defaultValue }}
        hint={t("hint.topics")}
        onInput={(event) => setWords(event.currentTarget.value)}
      />
      {offered.length > 0 ? (
        <p className="mt-1.5 flex flex-wrap items-baseline gap-x-3 gap-y-1 text-small text-quiet">
          {t("used")}
          {offered.map((topic) =>
            hasScript ? (
              <button
                key={topic}
                type="button"
                className="link"
                aria-label={t("addTopic", { topic })}
                onClick={() => add(topic)}
              >
                {topic}
              </button>
            ) : (
              <span key={topic}>{topic}</span>
            ),
          )}
        </p>
      ) : null}
    </div>
  );
}

function topicsIn(words: string): string[] {
  return words.split(/[,;\n]/u).map((topic) => topic.trim().toLowerCase());
}
