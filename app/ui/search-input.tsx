// The field in which a question is typed: a form's field like any other, and once it is used also one that offers what it finds.
import { lazy, Suspense, useRef, useState } from "react";
import { questionLimit } from "~/domain/search/search";

const fetchOffers = () => import("./search-offers");
const SearchOffers = lazy(async () => ({ default: (await fetchOffers()).SearchOffers }));

interface SearchInputProps {
  id: string;
  label: string;
  /** The results page: of the network, or of all a person's networks. */
  to: string;
  question?: string;
  className?: string;
  keyShortcuts?: string;
}

/** Stands in a form that is asked at `to`; what is offered hangs on the nearest positioned element around it. */
export function SearchInput({ id, label, to, question, className, keyShortcuts }: SearchInputProps) {
  const field = useRef<HTMLInputElement>(null);
  const [isUsed, setUsed] = useState(false);
  return (
    <>
      <input
        ref={field}
        id={id}
        type="search"
        name="q"
        defaultValue={question}
        autoComplete="off"
        spellCheck={false}
        enterKeyHint="search"
        maxLength={questionLimit}
        aria-label={label}
        aria-keyshortcuts={keyShortcuts}
        placeholder={label}
        className={className}
        onPointerEnter={() => void fetchOffers()}
        onFocus={() => setUsed(true)}
      />
      {isUsed ? (
        <Suspense fallback={null}>
          <SearchOffers field={field} to={to} />
        </Suspense>
      ) : null}
    </>
  );
}
