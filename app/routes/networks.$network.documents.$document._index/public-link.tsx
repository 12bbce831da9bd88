// The address of the public page, to open and to pass on.
import { useEffect, useState } from "react";
import { useT } from "~/i18n/use-t";
import { LinkToCopy } from "~/ui/link-to-copy";

/** `address` without the origin, which only the browser knows for sure. */
export function PublicLink({ address }: { address: string }) {
  const t = useT("documents");
  const [origin, setOrigin] = useState("");
  useEffect(() => setOrigin(window.location.origin), []);
  return <LinkToCopy label={t("publicPage")} link={`${origin}${address}`} />;
}
