// People by name on one line, parted by middle dots: a name may hold a comma itself.
import { FactsLine } from "./facts-line";

export function Names({ people }: { people: ReadonlyArray<{ id: string; name: string }> }) {
  return (
    <FactsLine
      className="mt-1 text-body text-ink"
      facts={people.map(({ id, name }) => ({ key: id, value: name }))}
    />
  );
}
