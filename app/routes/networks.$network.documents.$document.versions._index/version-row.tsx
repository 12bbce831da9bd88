// One version in the list: its name or its moment, who wrote it, and what it was published, signed or named as.
import type { Version } from "~/domain/documents/versions.server";
import { useT } from "~/i18n/use-t";
import { FactsLine } from "~/ui/facts-line";
import { Row } from "~/ui/row-list";
import { StateMark } from "~/ui/state-mark";
import type { ToldOfVersion } from "~/ui/version-facts";

interface VersionRowProps {
  /** Of the list. */
  path: string;
  version: Version;
  /** The revision of the one before; null: it is the first. */
  before: number | null;
  /** What the document is called now. */
  title: string;
  told: ToldOfVersion;
}

export function VersionRow({ path, version, before, title, told }: VersionRowProps) {
  const t = useT("versions", "comparing");
  const { revision, isNow, isGoingOn, named } = version;
  const { name, moment, facts } = told;
  return (
    <Row
      to={`${path}/${revision}`}
      isFollowed
      title={name}
      below={
        <>
          <FactsLine
            facts={[
              name !== moment && { key: "at", value: moment },
              ...facts,
              version.title !== title && {
                key: "title",
                value: <span lang={version.language}>{version.title}</span>,
              },
            ]}
          />
          {named?.note ? <p className="mt-1 whitespace-pre-line">{named.note}</p> : null}
          <p className="on-screen-only mt-1 flex flex-wrap gap-x-4 text-small">
            {before === null ? null : (
              <a className="link" href={`${path}/compare?from=${before}&to=${revision}`}>
                {t("comparing:whatChanged")}
                <span className="hidden-words">{`: ${name}`}</span>
              </a>
            )}
            {isNow ? null : (
              <a className="link" href={`${path}/compare?from=${revision}`}>
                {t("comparing:withNow")}
                <span className="hidden-words">{`: ${name}`}</span>
              </a>
            )}
          </p>
        </>
      }
      side={
        <>
          {named ? <StateMark tone="ok" word={t("locked")} /> : null}
          {isNow && !named ? <StateMark tone="going" word={t(isGoingOn ? "goingOn" : "now")} /> : null}
        </>
      }
    />
  );
}
