// Opens a resolved thread again.
import { useFetcher } from "@remix-run/react";
import { useT } from "~/i18n/use-t";
import { Button } from "../button";
import { remarkAction, type ThreadPlace } from "./thread-place";

export function ReopenButton({ id, place }: { id: string; place: ThreadPlace }) {
  const t = useT("threads");
  const fetcher = useFetcher();
  return (
    <fetcher.Form method="post" action={remarkAction(place)}>
      <input type="hidden" name="id" value={id} />
      <Button weight="bare" size="small" name="intent" value="reopen" isBusy={fetcher.state !== "idle"}>
        {t("reopen")}
      </Button>
    </fetcher.Form>
  );
}
