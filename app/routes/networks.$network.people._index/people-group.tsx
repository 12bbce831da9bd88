// The people of one city, or of the whole network, each with what they are there, since when and what they speak.
import { useParams } from "@remix-run/react";
import { useT } from "~/i18n/use-t";
import { Avatar } from "~/ui/avatar";
import { FactsLine } from "~/ui/facts-line";
import { Row, RowList } from "~/ui/row-list";
import { useFormat, useReader } from "~/ui/use-reader";
import type { Group } from "./grouped";

export function PeopleGroup({ city, people }: Omit<Group, "key">) {
  const t = useT("members", "frame", "networks");
  const format = useFormat();
  const { person: reader } = useReader();
  const { network } = useParams();
  const title = city ?? t("people.network");
  const period = (since: Date, lastDay: string | null) => {
    const from = format.date(since);
    if (lastDay === null) return t("frame:period.since", { from });
    return t("people.sinceUntil", { from, to: format.day(lastDay) });
  };
  return (
    <section className="mb-8" aria-label={title}>
      <h2 className="mb-2 text-section">{title}</h2>
      <RowList label={title}>
        {people.map(({ id, name, colour, speaks, roles }) => (
          <Row
            key={id}
            to={`/networks/${network}/people/${id}`}
            title={id === reader?.id ? `${name} (${t("networks:people.you")})` : name}
            before={<Avatar name={name} colour={colour} size={36} />}
            below={
              <FactsLine
                facts={[
                  ...roles.map(({ membershipId, role }) => ({
                    key: membershipId,
                    value: t(`frame:role.${role}`),
                  })),
                  speaks.length > 0 && {
                    key: "speaks",
                    value: t("people.speaks", { languages: format.list(speaks.map(format.languageName)) }),
                  },
                ]}
              />
            }
            isSideLong
            side={
              <span className="text-small text-quiet">
                {[...new Set(roles.map(({ since, lastDay }) => period(since, lastDay)))].map((words) => (
                  <span key={words} className="block">
                    {words}
                  </span>
                ))}
              </span>
            }
          />
        ))}
      </RowList>
    </section>
  );
}
