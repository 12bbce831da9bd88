// Shows, at the address of a text that may not be written any more, what its writer had here; fetches that only where there may be some.
import { Suspense, useEffect, useState } from "react";
import { later } from "~/ui/later";
import { useReader } from "~/ui/use-reader";
import { hasTextsHere } from "./device-marks";
import type { LeftWordsProps } from "./left-words";

const LeftWords = later<LeftWordsProps>(async () => (await import("./left-words")).LeftWords);

export function LeftWordsHere({ pathname }: { pathname: string }) {
  const { person } = useReader();
  const id = person?.id;
  const [, network, document] = /^\/networks\/([^/]+)\/documents\/([^/]+)\/edit\/?$/.exec(pathname) ?? [];
  const [isThere, setThere] = useState(false);
  useEffect(() => {
    if (id === undefined || document === undefined || !hasTextsHere(id)) return;
    let isOver = false;
    LeftWords.fetch().then(
      () => isOver || setThere(true),
      () => undefined,
    );
    return () => {
      isOver = true;
    };
  }, [id, document]);
  if (!isThere || id === undefined || network === undefined || document === undefined) return null;
  return (
    <Suspense>
      <LeftWords network={network} document={document} personId={id} />
    </Suspense>
  );
}
