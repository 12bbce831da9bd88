// One version in the list: its name or its moment, who wrote it, and what it was published, signed or named as.
import type { Version } from "~/domain/documents/versions.server";
import { useT } from "~/i18n/use-t";
import { FactsLine } from "~/ui/facts-line";
import { Row } from "~/ui/row-list";
import { StateMark } from "~/ui/state-mark";
import { useFormat } from "~/ui/use-reader";
import { useVersionFacts } from "~/ui/version-facts";

interface VersionRowProps {
  to: string;
  version: Version;
  /** What the document is called now. */
  title: string;
}

export function VersionRow({ to, version, title }: VersionRowProps) {
  const t = useT("versions");
  const format = useFormat();
  const facts = useVersionFacts(version);
  const { at, isNow, isGoingOn, named } = version;
  const moment = format.dateTime(at);
  return (
    <Row
      to={to}
      title={named ? named.name : moment}
      below={
        <>
          <FactsLine
            facts={[
              named && { key: "at", value: moment },
              ...facts,
              version.title !== title && {
                key: "title",
                value: <span lang={version.language}>{version.title}</span>,
              },
            ]}
          />
          {named?.note ? <p className="mt-1 whitespace-pre-line">{named.note}</p> : null}
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
