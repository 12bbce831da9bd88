// What the document has to do with others: its origin, its other languages, what links to it.
import { Form, Link, useParams } from "@remix-run/react";
import type { Related, Relations } from "~/domain/documents/relations.server";
import { useT } from "~/i18n/use-t";
import { Button } from "~/ui/button";
import { useFormat } from "~/ui/use-reader";
import { hasOthers } from "./outline-below";

export function OtherTexts({ relations }: { relations: Relations }) {
  const t = useT("documents");
  const { adaptedFrom, original, translations, linkedFrom } = relations;
  if (!hasOthers(relations)) return null;
  return (
    <section aria-labelledby="other-texts" className="mt-10">
      <h2 id="other-texts" className="mb-3 text-section">
        {t("relations.title")}
      </h2>
      <dl className="grid gap-3">
        {adaptedFrom === "hidden" ? (
          <div className="text-quiet">
            <dt className="hidden-words">{t("relations.adapted")}</dt>
            <dd>{t("relations.adaptedHidden")}</dd>
          </div>
        ) : null}
        {adaptedFrom && adaptedFrom !== "hidden" ? (
          <Texts name={t("relations.adapted")} texts={[adaptedFrom]} />
        ) : null}
        {original ? <Original original={original} /> : null}
        {translations.length > 0 ? (
          <Texts name={t("relations.translations")} texts={translations} isLanguageSaid />
        ) : null}
        {linkedFrom.length > 0 ? <Texts name={t("relations.linked")} texts={linkedFrom} /> : null}
      </dl>
    </section>
  );
}

function Original({ original }: { original: NonNullable<Relations["original"]> }) {
  const t = useT("documents");
  const format = useFormat();
  const { behind, since, mayFollow } = original;
  const [latest] = since;
  return (
    <div>
      <dt className="text-small text-quiet">{t("relations.original")}</dt>
      <dd className="grid gap-1">
        <span>
          <TextLink text={original} isLanguageSaid />
          {" · "}
          {behind > 0 ? t("relations.behind", { count: behind }) : t("relations.upToDate")}
        </span>
        {since.map(({ number, at }) => (
          <span key={number} className="text-small text-quiet">
            {t("relations.since", { number, date: format.date(at) })}
          </span>
        ))}
        {mayFollow && latest ? (
          <Form method="post" preventScrollReset>
            <input type="hidden" name="publication" value={latest.number} />
            <Button size="small" name="intent" value="follow">
              {t("relations.follow", { number: latest.number })}
            </Button>
          </Form>
        ) : null}
      </dd>
    </div>
  );
}

function Texts({
  name,
  texts,
  isLanguageSaid,
}: {
  name: string;
  texts: Related[];
  isLanguageSaid?: boolean;
}) {
  return (
    <div>
      <dt className="text-small text-quiet">{name}</dt>
      {texts.map((text) => (
        <dd key={text.id}>
          <TextLink text={text} isLanguageSaid={isLanguageSaid} />
        </dd>
      ))}
    </div>
  );
}

function TextLink({ text, isLanguageSaid }: { text: Related; isLanguageSaid?: boolean }) {
  const { network } = useParams();
  const { languageName } = useFormat();
  return (
    <>
      <Link
        className="link"
        to={`/networks/${network}/documents/${text.id}`}
        lang={text.language}
        prefetch="intent"
      >
        {text.title}
      </Link>
      {isLanguageSaid ? `, ${languageName(text.language)}` : null}
    </>
  );
}
