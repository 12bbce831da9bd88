// What a search field offers while one types: a list under it, chosen from with the arrow keys, told to screen readers as it changes.
import { useNavigate } from "@remix-run/react";
import { useEffect, useId, useRef, useState, type RefObject } from "react";
import type { Find } from "~/domain/search/search";
import { useT } from "~/i18n/use-t";
import { foundAddress, searchAddress } from "./found-address";
import { Marked } from "./marked";
import { useOffers } from "./use-offers";

interface SearchOffersProps {
  field: RefObject<HTMLInputElement>;
  to: string;
}

interface Offer {
  to: string;
  find: Find | null;
}

export function SearchOffers({ field, to }: SearchOffersProps) {
  const t = useT("search");
  const id = useId();
  const navigate = useNavigate();
  const { answer, ask } = useOffers(to);
  const [question, setQuestion] = useState("");
  const [isOpen, setOpen] = useState(false);
  const [chosen, setChosen] = useState(-1);
  const isShown = isOpen && question !== "" && answer !== null;
  const offers: Offer[] = isShown
    ? [
        ...answer.finds.map((find) => ({ find, to: foundAddress(find) })),
        { find: null, to: searchAddress(to, { question }) },
      ]
    : [];
  const current = offers[chosen];
  const list = `${id}-list`;
  const place = (index: number) => `${id}-${index}`;

  const state = useRef({ offers, chosen });
  useEffect(() => {
    state.current = { offers, chosen };
  });

  useEffect(() => {
    const input = field.current;
    if (!input) return;
    const hear = () => {
      const typed = input.value.trim();
      setQuestion(typed);
      setChosen(-1);
      setOpen(true);
      ask(typed);
    };
    const close = () => setOpen(false);
    const onKey = (event: KeyboardEvent) => {
      if (event.isComposing) return;
      const { offers, chosen } = state.current;
      if (event.key === "Escape" && offers.length > 0) {
        close();
        event.preventDefault();
      } else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
        if (offers.length === 0) return setOpen(true);
        // One place before the first is the field itself.
        const places = offers.length + 1;
        setChosen(((chosen + 1 + (event.key === "ArrowDown" ? 1 : -1) + places) % places) - 1);
        event.preventDefault();
      } else if (event.key === "Enter") {
        const offer = offers[chosen];
        close();
        if (!offer) return;
        event.preventDefault();
        navigate(offer.to);
      }
    };
    // What was typed while this was fetched is asked for now; what stood there from the beginning is not.
    if (input.value !== input.defaultValue) hear();
    input.addEventListener("input", hear);
    input.addEventListener("keydown", onKey);
    input.addEventListener("blur", close);
    return () => {
      input.removeEventListener("input", hear);
      input.removeEventListener("keydown", onKey);
      input.removeEventListener("blur", close);
    };
  }, [field, ask, navigate]);

  const currentPlace = current ? place(chosen) : null;
  useEffect(() => {
    const input = field.current;
    if (!input) return;
    input.setAttribute("role", "combobox");
    input.setAttribute("aria-autocomplete", "list");
    input.setAttribute("aria-controls", list);
    input.setAttribute("aria-expanded", String(isShown));
    if (currentPlace) input.setAttribute("aria-activedescendant", currentPlace);
    else input.removeAttribute("aria-activedescendant");
    if (currentPlace) document.getElementById(currentPlace)?.scrollIntoView({ block: "nearest" });
  }, [field, list, isShown, currentPlace]);

  return (
    <>
      <div
        id={list}
        role="listbox"
        aria-label={t("offers")}
        className="search-offers"
        hidden={!isShown}
        // The focus stays in the field.
        onPointerDown={(event) => event.preventDefault()}
      >
        {answer?.instead ? (
          <div role="presentation" className="menu-heading">
            {t("instead", { question: answer.question, instead: answer.instead })}
          </div>
        ) : null}
        {isShown && answer.count === 0 ? (
          <div role="presentation" className="menu-heading">
            {t("nothing.title", { question: answer.question })}
          </div>
        ) : null}
        {offers.map(({ find, to: address }, index) => (
          // The keys are the field's: the focus never comes here.
          // eslint-disable-next-line jsx-a11y/click-events-have-key-events
          <div
            key={address}
            id={place(index)}
            role="option"
            tabIndex={-1}
            aria-selected={index === chosen}
            className="search-offer"
            onPointerMove={() => setChosen(index)}
            onClick={() => {
              setOpen(false);
              navigate(address);
            }}
          >
            {find ? <Offered find={find} /> : <span>{t("allResults", { question })}</span>}
          </div>
        ))}
      </div>
      <p role="status" className="hidden-words">
        {isShown ? t("count", { count: answer.count }) : ""}
      </p>
    </>
  );
}

function Offered({ find }: { find: Find }) {
  const t = useT("search");
  const where = [t(`kind.${find.kind}`), find.city].filter(Boolean).join(", ");
  return (
    <>
      <span className="flex items-baseline gap-3">
        <span className="min-w-0 flex-1 truncate font-semibold" lang={find.language || undefined}>
          <Marked pieces={find.title} />
        </span>
        <span className="flex-none text-small text-quiet">{where}</span>
      </span>
      {find.around.length > 0 ? (
        <span className="block truncate text-small text-quiet" lang={find.language || undefined}>
          <Marked pieces={find.around} />
        </span>
      ) : null}
    </>
  );
}
