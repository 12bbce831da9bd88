// Which pictures nobody has described yet, each a way to where that is done.
import type { GalleryFile } from "~/domain/files/listing.server";
import { useT } from "~/i18n/use-t";
import { Notice } from "~/ui/notice";

export function LackingAltText({ files }: { files: GalleryFile[] }) {
  const t = useT("files");
  const lacking = files.filter(({ lacksAltText }) => lacksAltText);
  if (lacking.length === 0) return null;
  return (
    <div className="mb-8">
      <Notice tone="soon" title={t("withoutAlt", { count: lacking.length })}>
        <p>{t("withoutAltWhat")}</p>
        <ul className="mt-1">
          {lacking.map(({ id, name }) => (
            <li key={id}>
              <a className="link" href={`#file-${id}`}>
                {name}
              </a>
            </li>
          ))}
        </ul>
      </Notice>
    </div>
  );
}
