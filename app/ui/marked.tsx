// Pieces of a text with the words marked that were looked for: never HTML, whatever the text says.
import type { Piece } from "~/domain/search/search";

export function Marked({ pieces }: { pieces: readonly Piece[] }) {
  return <>{pieces.map(({ text, isHit }, index) => (isHit ? <mark key={index}>{text}</mark> : text))}</>;
}
