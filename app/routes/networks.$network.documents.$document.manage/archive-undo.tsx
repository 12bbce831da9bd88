// Ten seconds to take a text out of the archive again, for whoever has just put it there.
import { Form, useNavigate, useSearchParams } from "@remix-run/react";
import type { DocumentToManage } from "~/domain/documents/managing.server";
import { useT } from "~/i18n/use-t";
import { Button } from "~/ui/button";
import { UndoToast } from "~/ui/undo-toast";

export function ArchiveUndo({ document }: { document: DocumentToManage }) {
  const t = useT("managing", "frame");
  const navigate = useNavigate();
  const [search] = useSearchParams();
  const { isArchived, mayArchive, title } = document;
  if (!search.has("archived") || !isArchived || !mayArchive) return null;
  return (
    <UndoToast
      message={t("archive.done", { title })}
      onEnd={() => navigate("?", { replace: true, preventScrollReset: true })}
    >
      <Form method="post">
        <Button size="small" name="intent" value="unarchive">
          {t("frame:do.undo")}
        </Button>
      </Form>
    </UndoToast>
  );
}
