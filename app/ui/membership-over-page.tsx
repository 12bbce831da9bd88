// What a former member sees at an address of the network: that they are none any more, and what they typed and never sent. Given a
// role again, they find themselves back where they were.
import { useEffect, useState, type ReactNode } from "react";
import type { MembershipOver } from "~/domain/access/membership-over";
import { useT } from "~/i18n/use-t";
import { useJudgedAfresh } from "~/realtime/use-judged-afresh";
import { keptTexts, type KeptText } from "./kept-text";
import { LinkButton } from "./link-button";
import { Mark } from "./mark";
import { useFormat, useReader } from "./use-reader";

export interface MembershipOverPageProps extends MembershipOver {
  /** What they wrote in a text and nobody took. */
  children?: ReactNode;
}

export function MembershipOverPage({ title, text, next, kept, children }: MembershipOverPageProps) {
  const t = useT("errors", "frame");
  const { person } = useReader();
  const format = useFormat();
  const [texts, setTexts] = useState<KeptText[]>([]);
  useJudgedAfresh();
  useEffect(() => setTexts(keptTexts(person?.id ?? "")), [person?.id]);
  return (
    <main className="min-h-dvh px-4">
      <div className="mx-auto w-full max-w-[36rem] py-8 sm:py-16">
        <span className="text-edge">
          <Mark size={36} />
        </span>
        <h1 className="mt-5 text-title">{title}</h1>
        <p className="mt-2 text-large" role="status">
          {text}
        </p>
        <p className="mt-2">{next}</p>
        {texts.length > 0 ? (
          <section className="mt-6 border-t border-line pt-4">
            <h2 className="font-semibold">{kept}</h2>
            {texts.map(({ key, title: name, text: words, at }) => (
              <label key={key} className="mt-3 block">
                <span className="text-small text-quiet">{[name, format.dateTime(at)].join(" · ")}</span>
                <textarea className="control mt-1 w-full" readOnly rows={6} value={words} />
              </label>
            ))}
          </section>
        ) : null}
        {children ? <div className="mt-6">{children}</div> : null}
        <div className="mt-6">
          <LinkButton to="/" reloadDocument prefetch="none" weight="main">
            {t("page.home")}
          </LinkButton>
        </div>
      </div>
    </main>
  );
}
