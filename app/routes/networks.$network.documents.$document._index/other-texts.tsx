// What the document has to do with others: its origin, its other languages, what links to it.
import { Form, Link, useParams } from "@remix-run/react";
import type { FixedSince } from "~/domain/documents/following.server";
import type { Related, Relations } from "~/domain/documents/relations.server";
import { useT } from "~/i18n/use-t";
import { Button } from "~/ui/button";
import { useFormat } from "~/ui/use-reader";

export function OtherTexts({ relations }: { relations: Relations }) {
  const t = useT("documents");
  const { adaptedFrom, original, translations, linkedFrom } = relations;
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
        {original === "hidden" ? (
          <div className="text-quiet">
            <dt className="hidden-words">{t("relations.original")}</dt>
            <dd>{t("relations.originalHidden")}</dd>
          </div>
        ) : null}
        {original && original !== "hidden" ? <Original original={original} /> : null}
        {translations.length > 0 ? (
          <Texts name={t("relations.translations")} texts={translations} isLanguageSaid />
        ) : null}
        {linkedFrom.length > 0 ? <Texts name={t("relations.linked")} texts={linkedFrom} /> : null}
      </dl>
    </section>
  );
}

function Original({ original }: { original: Exclude<Relations["original"], "hidden" | null> }) {
  const t = useT("documents");
  const format = useFormat();
  const { behind, since, withdrawnAt, mayFollow } = original;
  const [latest] = since;
  const areAllPublished = since.every(({ number }) => number !== null);
  const howFar = areAllPublished
    ? t("relations.behind", { count: behind })
    : t("relations.versionsBehind", { count: behind });
  return (
    <div>
      <dt className="text-small text-quiet">{t("relations.original")}</dt>
      <dd className="grid gap-1">
        <span>
          <TextLink text={original} isLanguageSaid />
          {" · "}
          {behind > 0 ? howFar : t("relations.upToDate")}
        </span>
        {withdrawnAt ? <span>{t("relations.withdrawn", { date: format.date(withdrawnAt) })}</span> : null}
        {since.map((fixed) => (
          <span key={`${fixed.revision}-${fixed.number}`} className="text-small text-quiet">
            <Since fixed={fixed} />
          </span>
        ))}
        {mayFollow && latest ? (
          <Form method="post" preventScrollReset>
            <input type="hidden" name="revision" value={latest.revision} />
            <Button size="small" name="intent" value="follow">
              {latest.number === null
                ? t("relations.followVersion", { name: latest.name ?? "" })
                : t("relations.follow", { number: latest.number })}
            </Button>
          </Form>
        ) : null}
      </dd>
    </div>
  );
}

function Since({ fixed: { number, name, at } }: { fixed: FixedSince }) {
  const t = useT("documents");
  const date = useFormat().date(at);
  if (number === null) return t("relations.sinceNamed", { name: name ?? "", date });
  return name === null
    ? t("relations.since", { number, date })
    : t("relations.sinceBoth", { number, name, date });
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
