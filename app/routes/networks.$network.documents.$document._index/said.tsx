// One thing said beside a visit note: who, when, the words.
import type { Said as SaidRow } from "~/domain/visits/reading.server";
import { Remark } from "~/ui/remark";
import { Time } from "~/ui/time";
import { useFormat } from "~/ui/use-reader";

export function Said({ said: { id, author, at, html } }: { said: SaidRow }) {
  const format = useFormat();
  return (
    <Remark
      id={`said-${id}`}
      author={author}
      facts={<Time at={at.toISOString()} words={format.date(at)} exact={format.dateTime(at)} />}
    >
      <div className="reading reading-small" dangerouslySetInnerHTML={{ __html: html }} />
    </Remark>
  );
}
