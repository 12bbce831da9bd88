// Who else has this open: stones side by side, and the names for whoever cannot see or tell them apart.
import { Avatar } from "./avatar";

export interface PresentPerson {
  id: string;
  name: string;
  colour: number;
}

export interface PresenceProps {
  people: readonly PresentPerson[];
  /** The sentence that says who is here, as "Marta Ozola also here". */
  words: string;
  /** How many stones before a number stands for the rest. */
  most?: number;
}

/** Nothing while one is alone. Changes are not announced: people come and go all day. */
export function Presence({ people, words, most = 4 }: PresenceProps) {
  if (people.length === 0) return null;
  const shown = people.length > most ? people.slice(0, most - 1) : people;
  const rest = people.length - shown.length;
  return (
    <span className="inline-flex items-center gap-2" title={words}>
      <span className="avatar-stack" aria-hidden="true">
        {shown.map((person) => (
          <Avatar key={person.id} name={person.name} colour={person.colour} size={26} />
        ))}
      </span>
      {rest > 0 ? (
        <span className="figures text-small text-quiet" aria-hidden="true">
          +{rest}
        </span>
      ) : null}
      <span className="hidden-words">{words}</span>
    </span>
  );
}
