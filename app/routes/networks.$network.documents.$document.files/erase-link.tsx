// The way to where a file is erased for good, and where it is said what that means.
import type { GalleryFile } from "~/domain/files/listing.server";
import { useT } from "~/i18n/use-t";
import { LinkButton } from "~/ui/link-button";

export function EraseLink({ file: { id, name } }: { file: Pick<GalleryFile, "id" | "name"> }) {
  const t = useT("files");
  return (
    <LinkButton to={`${id}/erase`} size="small" weight="bare" aria-label={t("erase.openOf", { name })}>
      {t("erase.open")}
    </LinkButton>
  );
}
