// Keeps the matrix true while steps are taken: the one cell that changed is asked for at once, all of the screen a moment later.
import { useEffect, useRef, useState } from "react";
import type { CellView } from "~/domain/deliverables/matrix.server";
import { takeAtOnce } from "~/realtime/use-live-network";

/** These cells, each as it was last read. */
export function useLiveCells(network: string, cells: CellView[]): CellView[] {
  const [anew, setAnew] = useState({ over: cells, byKey: new Map<string, CellView>() });
  const shown = useRef(cells);
  shown.current = cells;
  useEffect(() => {
    /** The newest question for each cell: what answers an older one says less. */
    const asked = new Map<string, number>();
    return takeAtOnce(({ id, partnershipId }) => {
      const key = keyOf({ deliverableId: id, partnershipId: partnershipId ?? "" });
      if (!shown.current.some((cell) => keyOf(cell) === key)) return false;
      const question = (asked.get(key) ?? 0) + 1;
      asked.set(key, question);
      void askFor(`/networks/${network}/deliverables/${key}/cell`).then((cell) => {
        if (!cell || asked.get(key) !== question) return;
        const over = shown.current;
        setAnew((before) => ({
          over,
          byKey: new Map(before.over === over ? before.byKey : []).set(key, cell),
        }));
      });
      return true;
    });
  }, [network]);
  // What came with all of the screen since then is newer.
  if (anew.over !== cells || anew.byKey.size === 0) return cells;
  return cells.map((cell) => anew.byKey.get(keyOf(cell)) ?? cell);
}

const keyOf = ({ deliverableId, partnershipId }: Pick<CellView, "deliverableId" | "partnershipId">) =>
  `${deliverableId}/${partnershipId}`;

/** The cell as it stands; null where no answer comes: all of the screen is asked for in any case. */
async function askFor(address: string): Promise<CellView | null> {
  const answer = await fetch(address).catch(() => null);
  if (!answer?.ok) return null;
  const { since, ...cell } = (await answer.json()) as Omit<CellView, "since"> & { since: string | null };
  return { ...cell, since: since === null ? null : new Date(since) };
}
