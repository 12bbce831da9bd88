// An address to pass on: seen in full, selected by one press, copied by another.
import { useEffect, useId, useRef, useState } from "react";
import { useT } from "~/i18n/use-t";
import { Button } from "./button";

interface LinkToCopyProps {
  label: string;
  link: string;
}

/** The button is there only where a script runs; without one the field is copied by hand. */
export function LinkToCopy({ label, link }: LinkToCopyProps) {
  const t = useT("frame");
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const [isAwake, setAwake] = useState(false);
  const [isCopied, setCopied] = useState(false);
  useEffect(() => setAwake(true), []);
  const copy = async () => {
    field.current?.select();
    // Browsers give no clipboard to a page without https: there the text stays selected, to be copied by hand.
    const isDone = await navigator.clipboard?.writeText(link).then(
      () => true,
      () => false,
    );
    setCopied(isDone ?? false);
  };
  return (
    <div className="mt-3">
      <label htmlFor={id} className="mb-1 block font-semibold">
        {label}
      </label>
      <div className="flex flex-wrap gap-2">
        <input
          ref={field}
          id={id}
          className="control min-w-0 flex-1 basis-56"
          value={link}
          readOnly
          onFocus={(event) => event.currentTarget.select()}
        />
        {isAwake ? (
          <Button type="button" onClick={() => void copy()}>
            {t("do.copy")}
          </Button>
        ) : null}
      </div>
      <p role="status" className="mt-1 text-small text-quiet">
        {isCopied ? t("do.copied") : ""}
      </p>
    </div>
  );
}
